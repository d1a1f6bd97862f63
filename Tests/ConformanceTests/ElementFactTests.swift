import Sandbox
import SystemPackage
import TestSupport
import Testing

/// Lookup and expansion of elements, and the hook tree.
@Suite(.requires(.root)) struct ElementFactTests {
  @Test("C036 the earlier directory of ELEMENTS_PATH wins") func c036() async throws {
    try await expectCases(proving: "C036")
  }

  @Test("C037 an empty or missing directory in ELEMENTS_PATH is an error") func c037() async throws
  {
    try await expectCases(proving: "C037")
  }

  @Test("C038 the bundled elements are the last of ELEMENTS_PATH") func c038() async throws {
    let hook = FixtureFile.script("echo \"$ELEMENTS_PATH\" > path")
    try await ImageSite.with(["extra-data.d/50-path": hook]) {
      try await $0.build()
      let path = ($0.callers("path") ?? "").split { $0 == ":" || $0 == "\n" }.map(String.init)
      #expect(path.count == 2 && path.last == Checkout.elements.string)
    }
  }

  @Test("C039 a linked element has the name of its target") func c039() async throws {
    try await expectCases(proving: "C039")
  }

  @Test("C040 a comment in element-deps is taken as an element") func c040() async throws {
    try await expectCases(proving: "C040")
  }

  @Test("C041 a dependency that is missing is status 1") func c041() async throws {
    try await expectCases(proving: "C041")
  }

  @Test("C042 without an operating system debian-minimal is taken") func c042() async throws {
    var others: [String: FixtureFile] = [:]
    for (path, file) in fakeOperatingSystem {
      others[path.replacing("fake-os", with: "debian-minimal")] = file
    }
    try await ImageSite.with(
      ["extra-data.d/50-names": .script("echo \"$IMAGE_ELEMENT\" > names")], others: others
    ) {
      let output = try await $0.build(["-t", "directory"], ["test"])
      #expect(output.contains("no element is an operating system; taking `debian-minimal`"))
      #expect($0.callers("names") == "test debian-minimal\n")
    }
  }

  @Test("C043 two providers of one name are an error") func c043() async throws {
    try await expectCases(proving: "C043")
  }

  @Test("C044 a requested element that another provides is an error") func c044() async throws {
    try await expectCases(proving: "C044")
  }

  @Test("C045 a dependency that another element provides is dropped") func c045() async throws {
    try await expectCases(proving: "C045")
  }

  @Test("C046 host hooks have the elements as names, as YAML and as a function") func c046()
    async throws
  {
    let hook = FixtureFile.script(
      """
      echo "$IMAGE_ELEMENT" > names
      printf %s "$IMAGE_ELEMENT_YAML" > yaml
      type -t get_image_element_array > kind
      bash -c 'get_image_element_array' > array
      """)
    try await ImageSite.with(["extra-data.d/50-dump": hook]) {
      try await $0.build()
      #expect($0.callers("names") == "fake-os test\n")
      #expect($0.callers("kind") == "function\n")
      let rows = ($0.callers("yaml") ?? "").split(separator: "\n").map { $0.split(separator: " ") }
      #expect(rows.map(\.first) == ["fake-os:", "test:"])
      #expect(($0.callers("yaml") ?? "").hasSuffix("\n"))
      let pairs = rows.map { "[\($0[0].dropLast())]=\($0[1]) " }
      #expect($0.callers("array") == pairs.joined())
    }
  }

  @Test("C047 get_image_element_array fills an associative array") func c047() async throws {
    let hook = FixtureFile.script(
      """
      eval declare -A paths=($(get_image_element_array))
      cat "${paths[test]}/data" > data
      echo "${#paths[@]}" >> data
      """)
    try await ImageSite.with(["extra-data.d/50-array": hook, "data": "of test\n"]) {
      try await $0.build()
      #expect($0.callers("data") == "of test\n2\n")
    }
  }

  @Test("C048 the same file in a first-level directory of two elements is status 1") func c048()
    async throws
  {
    try await expectCases(proving: "C048")
    let others: [String: FixtureFile] = ["other/install.d/50-x": .script("true")]
    try await ImageSite.with(["install.d/50-x": .script("true")], others: others) {
      let output = try await $0.build(["-t", "tar"], ["fake-os", "test", "other"], status: 1)
      #expect(output.contains("`other` and `test` both have `install.d/50-x`"))
    }
  }

  @Test("C049 the same file further down is overwritten") func c049() async throws {
    try await expectCases(proving: "C049")
  }

  /// Lists the hook tree, each entry with its mode and what it links to.
  private static let list = FixtureFile.script(
    "(cd \"$TMP_HOOKS_PATH\" && find . -printf '%P %m %l\\n' | LC_ALL=C sort) > tree")

  @Test("C050 tests and caches are no part of the hook tree, test-elements are") func c050()
    async throws
  {
    try await expectCases(proving: "C050")
    let element: [String: FixtureFile] = [
      "extra-data.d/50-list": Self.list, "tests/a": "", "__pycache__/b": "", "c.pyc": "", "d": "",
      "test-elements/e/f": "",
    ]
    try await ImageSite.with(element) {
      try await $0.build()
      let names = ($0.callers("tree") ?? "").split(separator: "\n").compactMap(\.first)
      #expect(!names.isEmpty)
      let tree = $0.callers("tree") ?? ""
      #expect(tree.contains("d 644") && tree.contains("test-elements/e/f 644"))
      for absent in ["tests ", "__pycache__", "c.pyc"] { #expect(!tree.contains("\n\(absent)")) }
    }
  }

  @Test("C051 files at the top of elements overwrite each other") func c051() async throws {
    try await expectCases(proving: "C051")
  }

  @Test("C052 hooks keep their modes and links") func c052() async throws {
    try await expectCases(proving: "C052")
    let element: [String: FixtureFile] = [
      "extra-data.d/50-list": Self.list, "bin/tool": .text("", mode: 0o750),
      "bin/link": .symlink("tool"), "bin/data": .text("", mode: 0o600),
    ]
    try await ImageSite.with(element) {
      try await $0.build()
      let tree = $0.callers("tree") ?? ""
      for row in ["bin/tool 750 \n", "bin/link 777 tool\n", "bin/data 600 \n"] {
        #expect(tree.contains(row), "\(row)")
      }
    }
  }
}
