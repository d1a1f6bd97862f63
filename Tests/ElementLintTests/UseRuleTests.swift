import Diagnostics
import TestSupport
import Testing

/// What the examples of rules about what is used, set and documented cannot show.
struct UseRuleTests {
  @Test func baseOfDistributionsNeedsNoNameOfItsOwn() async throws {
    var files: [String: FixtureFile] = ["container/element-provides": "operating-system\n"]
    #expect(try await reports(["DP311"], files).map(\.severity) == [.error])
    files["fedora/element-deps"] = "container\n"
    files["fedora/environment.d/10-fedora"] = "export DISTRO_NAME=fedora\n"
    #expect(try await reports(["DP311"], files).map(\.severity) == [.warning])
  }

  @Test(arguments: ["DP309", "HK112", "PK408", "DP311"])
  func elementWithUnknownDependenciesIsNotJudged(_ rule: String) async throws {
    let files: [String: FixtureFile] = [
      "foo/element-deps": "unknown\n", "foo/element-provides": "operating-system\n",
      "foo/package-installs.yaml": "vim:\n  when: A = b\n",
      "foo/install.d/foo-source-install/50-foo": .executable(),
    ]
    #expect(try await findings(rule, in: files) == [])
    #expect(try await findings(rule, in: files.merging(["unknown/README.rst": ""]) { $1 }) != [])
  }

  @Test func customTypeOfInstallationIsLinkedToo() async throws {
    let files: [String: FixtureFile] = ["foo/install.d/foo-repo-install/50-foo": .executable()]
    #expect(
      try await findings("HK112", "HK113", in: files)
        == ["foo/install.d/foo-repo-install: HK112"])
  }

  @Test(arguments: ["vim", "vim-nox", "$vim", "vim_nox"])
  func wordIsFoundAsAWholeOnly(_ text: String) async throws {
    let files: [String: FixtureFile] = [
      "foo/pkg-map": "{\"default\": {\"vim\": \"v\"}}\n",
      "foo/install.d/50-foo": .script("install-packages -m foo \(text)"),
    ]
    #expect(try await findings("PK411", in: files).isEmpty == ["vim", "$vim"].contains(text))
  }

  @Test func variableOfTheReadmeMayBeMadeWhenItIsRead() async throws {
    let files: [String: FixtureFile] = [
      "foo/README.rst": "DIB_A_x DIB_B DIB_C_x DIB_REPOREF_x DIB_D_* DIB_E\n",
      "foo/install.d/50-foo": .script("eval echo \\$DIB_A_$x; echo $DIB_B_y"),
    ]
    #expect(
      try await findings("DC104", in: files)
        == ["foo/README.rst:1:15: DC104", "foo/README.rst:1:45: DC104"])
  }

  @Test(.notEndless) func hugeFilesAreReadInTime() async throws {
    let names = (0..<1_000).map { "DIB_\($0)" }
    let entries = names.map { "\"\($0)\": \"x\"" }.joined(separator: ", ")
    let files: [String: FixtureFile] = [
      "foo/README.rst": .text(String(repeating: "A \t\n", count: 2_000)),
      "foo/pkg-map": .text("{\"default\": {\(entries)}}\n"),
      "foo/install.d/50-foo": .script(String(repeating: "echo $6$ chpasswd; ", count: 20_000)),
      "foo/os-apply-config/etc/foo": .text(String(repeating: "{{ ", count: 100_000)),
      "foo/tests/a.yaml": .text("assert: \(String(repeating: "[", count: 50_000))\n"),
    ]
    #expect(try await reports(["FS207", "PK411", "SE951", "OR9", "TC2"], files).count > 2_900)
  }
}
