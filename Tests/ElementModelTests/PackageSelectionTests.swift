import Diagnostics
import ElementModel
import SystemPackage
import TestSupport
import Testing

@Suite struct PackageSelectionTests {
  private func selection(
    _ files: [(ElementName, String)], _ variables: [String: String] = [:]
  ) throws -> PackageSelection {
    let context = PackageContext(architecture: "amd64", variables: variables)
    var selection = PackageSelection()
    for (element, text) in files {
      let (value, _) = PackageInstalls.parse(Array(text.utf8), path: "package-installs.yaml")
      try selection.add(value, of: element, in: context)
    }
    return selection
  }

  /// Names to install and to remove in install.d.
  private func names(
    _ text: String, _ variables: [String: String] = [:]
  ) throws -> [[String]] {
    let phase = try selection([("e", text)], variables).phases["install.d"]
    return [phase?.install.map(\.name) ?? [], phase?.uninstall.map(\.name) ?? []]
  }

  @Test(arguments: [
    ("a: {uninstall: false}", [[], ["a"]]), ("a: {build-only: }", [["a"], ["a"]]),
    ("a: {arch: 'arm64, amd64'}", [["a"], []]), ("a: {arch: x86_64}", [[], []]),
    ("a: {not-arch: amd64}", [[], []]), ("a: {not-arch: arm64}", [["a"], []]),
    ("a: {installtype: source}", [["a"], []]), ("a: {installtype: package}", [[], []]),
    ("a: {dib_python_version: 3}", [[], []]), ("a: [{arch: arm64}, {arch: amd64}]", [["a"], []]),
    ("a: {when: []}", [["a"], []]), ("a: [{}, {}]", [["a"], []]),
    ("a: [{uninstall: true}, {}]", [["a"], []]), ("a: [{}, {uninstall: true}]", [["a"], []]),
    ("a: [{uninstall: true}, {arch: arm64}]", [[], []]),
    ("a: [{}, {build-only: true}]", [["a"], []]),
    ("a: [{build-only: true}, {uninstall: true}]", [["a"], ["a"]]),
    ("a: [{uninstall: true}, {build-only: true}]", [["a"], ["a"]]),
    ("a: [{build-only: true}, {}]", [["a"], []]),
    ("a: [{phase: root.d}, {uninstall: true}]", [[], ["a"]]),
  ])
  func entriesActOnEachOther(text: String, expected: [[String]]) throws {
    #expect(try names(text) == expected)
  }

  @Test(arguments: [
    ("A = b", true), ("A=b", true), ("A =b", true), ("A != c", true), ("A!=b", false),
    ("A = b ", false), ("A = ", false), ("E =", true), ("A == b", false), ("B = b c", true),
  ])
  func conditionComparesToTheEndOfTheLine(text: String, holds: Bool) throws {
    let variables = ["A": "b", "B": "b c", "E": ""]
    #expect(try names("a: {when: '\(text)'}", variables)[0].isEmpty != holds)
  }

  @Test func allConditionsMustHold() throws {
    let variables = ["A": "1", "B": "2"]
    #expect(try names("a: {when: [A = 1, B = 2]}", variables)[0] == ["a"])
    #expect(try names("a: {when: [A = 1, B = 3]}", variables)[0] == [])
  }

  @Test(arguments: ["A = b", "A", "", "= b", " A = b", "A-B = c"])
  func unknownVariableOrMalformedConditionIsAnError(condition: String) throws {
    let error = #expect(throws: InputError.self) { try names("a: {when: '\(condition)'}") }
    #expect(error?.location?.start != nil && error?.hint != nil)
  }

  @Test func conditionIsNotReadOnceAnotherFilterFailed() throws {
    #expect(try names("a: {arch: arm64, when: A = b}") == [[], []])
    #expect(try names("a: {when: [E = x, A = b]}", ["E": ""]) == [[], []])
  }

  @Test func archAndNotArchTogetherAreAnError() {
    #expect(throws: InputError.self) { try names("a: {arch: amd64, not-arch: arm64}") }
    #expect(throws: Never.self) {
      try names("a: {installtype: package, arch: amd64, not-arch: arm64}")
    }
  }

  @Test func installTypeIsTheElements() throws {
    let text = "a: {installtype: package}"
    let variables = ["DIB_INSTALLTYPE_my_element": "package", "DIB_DEFAULT_INSTALLTYPE": "source"]
    let found = try selection([("my-element", text), ("other", text)], variables)
    #expect(found.phases["install.d"]?.install.map(\.element) == ["my-element"])
  }

  @Test func hiddenElementsContributeToo() throws {
    let files: [String: FixtureFile] = [
      "one/e/package-installs.yaml": "a:\n", "two/e/package-installs.yaml": "b:\n",
    ]
    try withSearchPath(["one", "two"], files) { tree in
      let resolved = try ElementResolver(tree).resolve(["e"], requiringOperatingSystem: false)
      let found = try PackageSelection(
        of: resolved, in: tree, PackageContext(architecture: "amd64"))
      #expect(found.phases["install.d"]?.install.map(\.name) == ["a", "b"])
    }
  }

  @Test func fileThatCannotBeReadIsAnError() throws {
    try withElements(["e/package-installs.yaml": "- a\n"]) { tree in
      let resolved = try ElementResolver(tree).resolve(["e"], requiringOperatingSystem: false)
      #expect(throws: InputError.self) {
        try PackageSelection(of: resolved, in: tree, PackageContext(architecture: "amd64"))
      }
    }
  }
}
