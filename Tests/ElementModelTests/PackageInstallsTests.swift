import Diagnostics
import ElementModel
import SystemPackage
import TestSupport
import Testing

private func problems(_ bytes: [UInt8], _ path: FilePath) -> [FormatProblem] {
  PackageInstalls.parse(bytes, path: path.string == "file" ? "package-installs.yaml" : path)
    .problems
}

private func entries(_ text: String) -> [PackageInstalls.Entry] {
  let (value, problems) = PackageInstalls.parse(Array(text.utf8), path: "package-installs.yaml")
  #expect(problems.isEmpty)
  return value.entries
}

@Suite struct PackageInstallsTests {
  @Test(arguments: ["a:\n", "a: ~\n", "a: {}\n", "a: []\n", "a: ''\n", "{\"a\": null}"])
  func nothingGivenMeansDefaults(text: String) {
    let found = entries(text)
    #expect(found.map(\.package) == ["a"])
    #expect(found.first?.phase == "install.d")
    #expect(found.first?.action == .install)
  }

  @Test func everyPropertyIsRead() throws {
    let entry = try #require(
      entries(
        """
        a:
          phase: post-install.d
          build-only: true
          installtype: source
          arch: amd64,arm64
          dib_python_version: 2
          when:
            - A = b
            - C != d
        """
      ).first)
    #expect(entry.phase == "post-install.d")
    #expect(entry.action == .buildOnly)
    #expect(entry.installType == "source")
    #expect(entry.architectures == ["amd64", "arm64"])
    #expect(entry.pythonVersion == "2")
    #expect(entry.conditions.map(\.text) == ["A = b", "C != d"])
  }

  @Test func listOfParametersIsSeveralEntries() {
    #expect(
      entries("a:\n  - arch: amd64\n  - uninstall: true\n").map(\.action) == [.install, .uninstall])
  }

  @Test func fileMayBeJSONWhateverItsName() {
    #expect(entries("{\"a\": {\"uninstall\": true}}").map(\.action) == [.uninstall])
    let (value, problems) = PackageInstalls.parse(Array("a:\n".utf8), path: "package-installs.json")
    #expect(value.entries.map(\.package) == ["a"] && problems.isEmpty)
  }

  @Test func bothFilesCountJSONFirst() throws {
    let files: [String: FixtureFile] = [
      "e/package-installs.json": "{\"a\": null}", "e/package-installs.yaml": "b:\n",
    ]
    try withElements(files) { tree in
      let (value, problems) = try PackageInstalls.read(from: try #require(tree["e"]))
      #expect(value.entries.map(\.package) == ["a", "b"])
      #expect(problems.map(\.kind) == [.twoPackageFiles])
    }
  }
}

@Suite struct PackageInstallsProblemTests {
  @Test(arguments: [
    ("a:\n  «phse»: install.d\n", [FormatProblem.Kind.invalidProperty]),
    ("a: {arch: «[amd64]»}\n", [.invalidProperty]),
    ("a: «text»\n", [.invalidProperty]),
    ("a:\n  - «text»\n", [.invalidProperty]),
    ("«yes»:\n", [.invalidProperty]),
    ("a: {when: «1»}\n", [.invalidProperty]),
    ("a: {installtype: «~»}\n", [.invalidProperty]),
    ("a: {phase: «pre-install»}\n", [.invalidPhase]),
    ("a: {phase: «cleanup.d»}\n", [.invalidPhase]),
    ("a:\n  arch: amd64\n  «not-arch»: arm64\n", [.archWithNotArch]),
    ("a: {arch: «'amd64, arm64'»}\n", [.blankInArchList]),
    ("a: {not-arch: «'amd64 ,arm64'»}\n", [.blankInArchList]),
    ("a: {arch: «x86_64»}\n", [.foreignArchName]),
    ("a: {arch: «ppc64le»}\nb: {arch: 'ppc64le,ppc64el'}\n", [.foreignArchName]),
    ("a: {when: «A»}\n", [.malformedCondition]),
    ("a: {when: «''»}\n", [.malformedCondition]),
    ("a: {when: «A == b»}\n", [.malformedCondition]),
    ("a: {when: [A = b, «'= b'»]}\n", [.malformedCondition]),
    ("a: {«uninstall»: false}\n", [.falseFlag]),
    ("a: {«build-only»: 'No'}\n", [.falseFlag]),
    ("a: {uninstall: true}\nb: {build-only: }\n", []),
    ("a:\n«a»:\n", [.duplicateYAMLKey]),
    ("{\"a\": null, «\"a\"»: null}", [.duplicateJSONKey]),
    ("«- a»\n", [.unreadablePackageFile]),
  ])
  func problemIsFoundAtItsPlace(text: String, kinds: [FormatProblem.Kind]) {
    expectProblems(kinds, in: text, problems)
  }

  @Test(arguments: ["", "# a:\n", "---\n", "null"]) func emptyFileIsAProblem(text: String) {
    #expect(problems(Array(text.utf8), "file").map(\.kind) == [.emptyPackageFile])
  }

  @Test(arguments: ["a: b: c", "a: [", "\0"]) func brokenFileIsAProblem(text: String) {
    let found = problems(Array(text.utf8), "file")
    #expect(found.map(\.kind) == [.unreadablePackageFile])
    #expect(found.first?.stopsBuild == true)
    #expect(found.first?.location.start != nil)
  }

  @Test func brokenJSONFileIsReportedAsJSON() {
    let found = problems(Array("{\"a\": null,}".utf8), "package-installs.json")
    #expect(found.first?.message == "a key must be a string" || found.isEmpty)
  }

  @Test(arguments: [
    ("a: {arch: 'amd64, arm64'}\n", "a: {arch: 'amd64,arm64'}\n"),
    ("a:\n  arch: amd64 , arm64 # why\n", "a:\n  arch: amd64,arm64 # why\n"),
    ("a: {when: \"A == b\"}\n", "a: {when: \"A = b\"}\n"),
    ("a:\n  phase: install.d # why\n  uninstall: false\n", "a:\n  phase: install.d # why\n"),
    ("a:\n  uninstall: false\n  phase: install.d\n", "a:\n  phase: install.d\n"),
    ("a: {phase: install.d, uninstall: no}\n", "a: {phase: install.d}\n"),
    (
      "{\"a\": {\"uninstall\": false, \"phase\": \"install.d\"}}",
      "{\"a\": {\"phase\": \"install.d\"}}"
    ),
    ("a:\n  uninstall: false\n", nil),
    ("a: {phase: install.d,\n  uninstall: no}\n", nil),
    ("a:\n  uninstall: false\n  # why\n  phase: install.d\n", nil),
    ("a: {arch: \"amd64,\\u0020arm64\"}\n", nil),
  ])
  func fixChangesNothingElse(text: String, fixed: String?) {
    expectFix(of: text, is: fixed, problems)
  }
}
