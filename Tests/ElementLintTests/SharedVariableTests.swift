import Diagnostics
import TestSupport
import Testing

/// Rules about variables and programs that elements have from each other.
struct SharedVariableTests {
  private func hook(_ text: String) -> FixtureFile {
    .executable("#!/bin/bash\nset -eu\n\(text)\n")
  }

  private let system: [String: FixtureFile] = [
    "os/element-provides": "operating-system\n", "os/environment.d/10-os": "export OS_NAME=os\n",
    "os/bin/install-it": .executable("#!/bin/bash\n"),
  ]

  private func count(_ rule: String, _ files: [String: FixtureFile]) async throws -> Int {
    try await findings(rule, in: system.merging(files) { $1 }).count
  }

  @Test(arguments: [
    ("A=1", 1), ("if true; then A=1; fi", 1), ("export A=1", 0), ("A=1\nexport A", 0),
    ("declare -x A=1", 0), ("ARCH=1", 0), ("B=1", 0),
  ])
  func readVariableMustBeExported(_ text: String, _ expected: Int) async throws {
    let files = [
      "foo/environment.d/10-foo": .text("\(text)\n"), "foo/install.d/1-a": hook("echo $A $ARCH"),
    ]
    #expect(try await count("EN701", files) == expected)
  }

  @Test func hookThatNeedsTheElementReadsItsVariables() async throws {
    let variable: [String: FixtureFile] = ["bar/environment.d/10-bar": "A=1\n"]
    var files = variable.merging(["foo/install.d/1-a": hook("echo $A")]) { $1 }
    #expect(try await count("EN701", files) == 0)
    files["foo/element-deps"] = "bar\n"
    #expect(try await count("EN701", files) == 1)
  }

  @Test(arguments: [
    ("echo $DIB_A", 1), ("echo ${DIB_A}", 1), ("echo ${DIB_A%x}", 1), ("echo $DIB_A $DIB_A", 1),
    ("cat <<EOF\n$DIB_A\nEOF", 1), ("echo ${DIB_A:-}", 0), ("echo ${DIB_A:?}", 0),
    ("DIB_A=1\necho $DIB_A", 0),
    ("[ -v DIB_A ] && echo $DIB_A", 0), ("[ -z \"${DIB_A:-}\" ] || echo $DIB_A", 0),
    ("source a\necho $DIB_A", 0), ("source $_LIB/die\necho $DIB_A", 1), ("echo '$DIB_A'", 0),
    ("echo $IMAGE_NAME $HOME $RANDOM $1", 0), ("echo $dib_a", 0), ("set +u; set -e", 0),
    ("read DIB_A\necho $DIB_A", 0), ("echo ${!DIB_A*}", 0),
  ])
  func variableOfNobodyIsUnset(_ text: String, _ expected: Int) async throws {
    #expect(try await count("EN709", ["foo/install.d/1-a": hook(text)]) == expected)
  }

  @Test func variableOfNobodyIsReportedOnceForAnElement() async throws {
    let files = ["foo/install.d/1-a": hook("echo $DIB_A"), "foo/root.d/1-b": hook("echo $DIB_A")]
    #expect(try await count("EN709", files) == 1)
  }

  @Test func variableOfNobodyMattersUnderNounsetOnly() async throws {
    let text: FixtureFile = .executable("#!/bin/bash\nset -e\necho $DIB_A\n")
    #expect(try await count("EN709", ["foo/install.d/1-a": text]) == 0)
  }

  @Test(arguments: [
    ("echo $BAR", "", 1), ("echo ${BAR:-}", "", 0), ("echo $BAR", "bar\n", 0),
    ("echo $OS_NAME", "", 0),
    ("BAR=1\necho $BAR", "", 0), ("echo $BAR", "baz\n", 0),
  ])
  func variableNeedsItsElement(_ text: String, _ needs: String, _ expected: Int) async throws {
    let files: [String: FixtureFile] = [
      "bar/environment.d/10-bar": "export BAR=1\n", "baz/element-deps": "bar\n",
      "foo/install.d/1-a": hook(text), "foo/element-deps": .text(needs),
    ]
    #expect(try await count("DP314", files) == expected)
  }

  @Test(arguments: [
    ("bar-it", "", 1), ("sudo bar-it", "", 1), ("bar-it", "bar\n", 0), ("install-it", "", 0),
    ("type bar-it && bar-it", "", 0), ("bar-it() { :; }\nbar-it", "", 0), ("echo bar-it", "", 0),
    ("[ -x /usr/local/bin/bar-it ] && bar-it", "", 0),
  ])
  func programNeedsItsElement(_ text: String, _ needs: String, _ expected: Int) async throws {
    let files: [String: FixtureFile] = [
      "bar/bin/bar-it": .executable("#!/bin/bash\n"), "foo/install.d/1-a": hook(text),
      "foo/element-deps": .text(needs),
    ]
    #expect(try await count("DP313", files) == expected)
  }

  @Test func whatAllUsersOfAnElementBringIsThere() async throws {
    let files: [String: FixtureFile] = [
      "bar/environment.d/10-bar": "export BAR=1\n", "foo/install.d/1-a": hook("echo $BAR"),
      "user/element-deps": "bar\nfoo\n",
    ]
    #expect(try await count("DP314", files) == 0)
    let more = files.merging(["other/element-deps": "foo\n"]) { $1 }
    #expect(try await count("DP314", more) == 1)
  }

  @Test func exportsEndWithTheirHook() async throws {
    let files = ["foo/install.d/1-a": hook("export A=1"), "foo/install.d/2-b": hook("echo $A")]
    #expect(try await count("SH829", files) == 1)
    #expect(try await count("EN709", files) == 0)
    let set = files.merging(["foo/environment.d/10-foo": "export A=1\n"]) { $1 }
    #expect(try await count("SH829", set) == 0)
  }

  @Test(arguments: [
    ("export DIB_A=1", 1), ("DIB_A=1\nexport DIB_A", 1), ("export DIB_A=${DIB_A:-1}", 0),
    ("[ -n \"${DIB_A:-}\" ] || export DIB_A=1", 0), ("DIB_A=1", 0), ("export DIB_B=1", 0),
    ("if true; then export DIB_A=1; fi", 0), ("export DIB_A+=1", 0),
  ])
  func documentedSettingKeepsTheUsersValue(_ text: String, _ expected: Int) async throws {
    let files: [String: FixtureFile] = [
      "foo/README.rst": "foo\n===\n\n``DIB_A``\n  :Required: No\n\nDIB_B is set.\n",
      "foo/environment.d/10-foo": .text("\(text)\n"),
    ]
    #expect(try await count("EN705", files) == expected)
  }

  @Test func mountsAreUndoneSomewhereInTheElement() async throws {
    let mount = ["foo/root.d/1-a": hook("sudo mount --bind /a /b")]
    #expect(try await count("SH813", mount) == 1)
    let unmount = mount.merging(["foo/cleanup.d/1-a": hook("sudo umount /b")]) { $1 }
    #expect(try await count("SH813", unmount) == 0)
    #expect(
      try await count("SH813", ["foo/root.d/1-a": hook("mount -o bind /a $TMP_MOUNT_PATH/b")]) == 0)
  }
}
