import Sandbox
import SystemPackage
import TestSupport
import Testing

/// Which hooks run, in which order and with which environment: in builds, and with the command
/// `dib-run-parts` that elements call.
@Suite(.requires(.root)) struct RunPartsFactTests {
  /// Runs the command on the directory `hooks.d` of the files.
  private func runParts(
    _ files: [String: FixtureFile], _ arguments: [String] = [], in directory: String = "hooks.d"
  ) async throws -> CommandResult {
    try await withTree(files) { tree in
      let path = Checkout.library.appending("dib-run-parts").string
      return try await CommandRunner().run(
        Command(path, arguments + [tree.appending(directory).string], workingDirectory: tree))
    }
  }

  /// The names of the hooks that run, which each print their own.
  private func ran(_ files: [String: FixtureFile]) async throws -> [String] {
    let files = Dictionary(uniqueKeysWithValues: files.map { ("hooks.d/\($0.key)", $0.value) })
    return try await runParts(files).output.split(separator: "\n").map(String.init)
  }

  private static let hook = FixtureFile.executable("#!/bin/bash\necho \"${0##*/}\"\n")

  @Test("C053 a hook whose name has a dot does not run") func c053() async throws {
    try await expectCases(proving: "C053")
    #expect(try await ran(["10-a.sh": Self.hook, "20-b": Self.hook]) == ["20-b"])
  }

  @Test("C054 hooks run by number, then by the bytes of their names") func c054() async throws {
    try await expectCases(proving: "C054")
    let names = [
      "-3-neg", "00-x", "B_x", "abc", "05-bar", "5-foo", "9-z", "010-q", "10-a", "70-link", "100-z",
    ]
    let files = Dictionary(uniqueKeysWithValues: names.map { ($0, Self.hook) })
    #expect(try await ran(files) == names)
  }

  @Test("C055 directories and what is not executable are skipped") func c055() async throws {
    try await expectCases(proving: "C055")
    let files = ["10-plain": "echo\n", "20-folder": .directory, "30-hook": Self.hook]
    #expect(try await ran(files) == ["30-hook"])
  }

  @Test("C056 a link to a file runs, a broken one is skipped") func c056() async throws {
    try await expectCases(proving: "C056")
    let files: [String: FixtureFile] = [
      "10-link": .symlink("20-hook"), "15-broken": .symlink("nowhere"), "20-hook": Self.hook,
    ]
    #expect(try await ran(files) == ["10-link", "20-hook"])
  }

  @Test("C057 --list prints the hooks and runs none") func c057() async throws {
    let files = ["hooks.d/9-b": Self.hook, "hooks.d/10-a": Self.hook]
    let result = try await runParts(files, ["--list"])
    let paths = result.output.split(separator: "\n")
    #expect(result.isSuccess && result.error.isEmpty)
    #expect(
      paths.map { $0.split(separator: "/").suffix(2) } == [
        ["hooks.d", "9-b"], ["hooks.d", "10-a"],
      ])
  }

  @Test("C058 what is no directory is status 1") func c058() async throws {
    for directory in ["file", "nowhere"] {
      let result = try await runParts(["file": ""], in: directory)
      #expect(result.termination == .exited(1) && result.error.hasPrefix("usage:"))
    }
  }

  @Test("C059 environment files are sourced in the order of their bytes") func c059() async throws {
    try await expectCases(proving: "C059")
    let files: [String: FixtureFile] = [
      "environment.d/10-a": "export ORDER=${ORDER:-}a\n",
      "environment.d/5-b": "export ORDER=${ORDER:-}b\n",
      "environment.d/9-c.bash": "export ORDER=${ORDER:-}c\n",
    ]
    let hook = ["hooks.d/10-x": FixtureFile.script("echo \"$ORDER\"")]
    #expect(try await runParts(files.merging(hook) { $1 }).output == "abc\n")
    let both: [String: FixtureFile] = [
      "root.d/50-x": .script("echo \"$ORDER\" >> host"),
      "install.d/50-x": .script("echo \"$ORDER\" >> /etc/target"),
    ]
    try await ImageSite.with(files.merging(both) { $1 }) {
      try await $0.build()
      #expect($0.callers("host") == "abc\n" && $0.text("etc/target") == "abc\n")
    }
  }

  @Test("C060 an unset variable in an environment file ends the phase") func c060() async throws {
    let files: [String: FixtureFile] = [
      "environment.d/50-broken": "export A=$NOT_SET_ANYWHERE\n",
      "extra-data.d/10-x": .script("echo > ran"),
    ]
    try await ImageSite.with(files) {
      let output = try await $0.build(status: 1)
      #expect(output.contains("NOT_SET_ANYWHERE: unbound variable"))
      #expect($0.names == [])
    }
    let result = try await runParts([
      "environment.d/50-broken": "export A=$NOT_SET_ANYWHERE\n", "hooks.d/10-x": Self.hook,
    ])
    #expect(result.termination == .exited(1) && result.output.isEmpty)
  }

  @Test("C061 an environment file may return") func c061() async throws {
    let files: [String: FixtureFile] = [
      "environment.d/10-a": "export A=1\nreturn 0\nexport A=2\n",
      "environment.d/20-b": "export B=3\n",
    ]
    let hook = FixtureFile.script("echo \"$A$B\"")
    #expect(try await runParts(files.merging(["hooks.d/10-x": hook]) { $1 }).output == "13\n")
    let target = FixtureFile.script("echo \"$A$B\" > /etc/target")
    try await ImageSite.with(files.merging(["install.d/50-x": target]) { $1 }) {
      try await $0.build()
      #expect($0.text("etc/target") == "13\n")
    }
  }

  @Test("C062 what environment files export does not reach the next phase") func c062()
    async throws
  {
    let count = FixtureFile.script("echo \"$COUNT\" >> /etc/counts")
    let files: [String: FixtureFile] = [
      "environment.d/10-count": "export COUNT=$((${COUNT:-0} + 1))\n",
      "pre-install.d/50-count": count, "install.d/50-count": count, "finalise.d/50-count": count,
    ]
    try await ImageSite.with(files) {
      try await $0.build()
      #expect($0.text("etc/counts") == "1\n1\n1\n")
    }
  }

  @Test("C063 an environment.d without a file that counts is no error") func c063() async throws {
    let files: [String: FixtureFile] = [
      "environment.d/a~": "exit 1\n", "environment.d/b": .directory,
    ]
    #expect(
      try await runParts(files.merging(["hooks.d/10-x": Self.hook]) { $1 }).output == "10-x\n")
    try await ImageSite.with(files) { try await $0.build() }
  }

  @Test("C064 after a phase the times are printed, by the bytes of names") func c064()
    async throws
  {
    let result = try await runParts(["hooks.d/9-b": Self.hook, "hooks.d/10-a": Self.hook])
    let lines = result.error.split(separator: "\n")
      .filter { !$0.contains("/hooks.d/") }.map { line in
        line.replacing(/[0-9]+\.[0-9]{3}$/, with: "0.000").replacing(/\ +$/, with: "")
      }
    try expectGolden(lines.map { $0 + "\n" }.joined(), "profile")
    try await BuildFixture.withSharedLayers { fixture in
      try await fixture.build([
        "install.d/9-b": .script("true"), "install.d/10-a": .script("true"),
      ])
      let profile = fixture.output.compactMap { line in
        line.hasPrefix("dib-run-parts: ") ? line.dropFirst(15) : nil
      }
      let start = try #require(profile.firstIndex(of: "Target: install.d"))
      let rows = profile[start...].filter { $0.wholeMatch(of: /\S+ +\d+\.\d{3}/) != nil }
      #expect(rows.prefix(2).map { $0.prefix { $0 != " " } } == ["10-a", "9-b"])
      #expect(rows.allSatisfy { $0.count == 51 })
    }
  }

  @Test("C065 a failing hook ends its phase, without a profile") func c065() async throws {
    let files: [String: FixtureFile] = [
      "hooks.d/10-a": .script("exit 3"), "hooks.d/20-b": Self.hook,
    ]
    let result = try await runParts(files)
    #expect(result.termination == .exited(3) && result.output.isEmpty)
    #expect(!result.error.contains("PROFILING") && !result.error.contains("10-a completed"))
    let element: [String: FixtureFile] = [
      "pre-install.d/10-a": .script("exit 3"), "pre-install.d/20-b": .script("echo was-run"),
    ]
    try await ImageSite.with(element) {
      let output = try await $0.build(status: 3)
      #expect(!output.contains("was-run") && !output.contains("Target: pre-install.d"))
    }
  }

  @Test("C066 hooks start in the caller's directory on the host, in / in the target") func c066()
    async throws
  {
    let element: [String: FixtureFile] = [
      "root.d/50-pwd": .script("pwd > root"), "cleanup.d/50-pwd": .script("pwd > cleanup"),
      "install.d/50-pwd": .script("pwd > /etc/target"),
    ]
    try await ImageSite.with(element) {
      try await $0.build()
      #expect($0.callers("root") == "\($0.folder)\n" && $0.callers("cleanup") == "\($0.folder)\n")
      #expect($0.text("etc/target") == "/\n")
    }
  }
}
