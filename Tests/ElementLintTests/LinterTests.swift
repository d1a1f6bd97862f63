import Diagnostics
import ElementLint
import ElementModel
import Glibc
import SystemPackage
import TestSupport
import Testing

struct LinterTests {
  private let files: [String: FixtureFile] = [
    "bar/element-deps": "foo\nbax\n",
    "bar/install.d/50-x": .executable("#!/bin/bash\n"),
    "foo/element-deps": "bar\n",
    "foo/install.d/50-x": .executable("#!/bin/bash\n"),
  ]

  @Test func findingsAreSortedByPathLineAndRule() async throws {
    let found = try await findings("DP", "HK", "DC101", in: files)
    #expect(
      found == [
        "bar: DC101", "bar/element-deps:1:1: DP303", "bar/element-deps:2:1: DP301",
        "bar/element-deps:2:1: DP305", "bar/install.d/50-x: HK105", "foo: DC101",
        "foo/element-deps:1:1: DP303", "foo/install.d/50-x: HK105",
      ])
  }

  @Test func findingsAreRestrictedToTheScopeWhileTheTreeIsSeen() async throws {
    #expect(
      try await findings("DP303", "HK105", in: files, only: ["foo"])
        == ["foo/element-deps:1:1: DP303", "foo/install.d/50-x: HK105"])
    #expect(
      try await findings("DC101", "HK105", in: files, only: ["foo/install.d/50-x"])
        == ["foo/install.d/50-x: HK105"])
  }

  @Test func testElementsAreCheckedLikeElements() async throws {
    let found = try await findings(
      "HK103", "DP301", "DC101",
      in: [
        "foo/README.rst": "foo\n",
        "foo/test-elements/builds/element-deps": "foo\nother\n",
        "foo/test-elements/builds/install.d/x": .executable("#!/bin/bash\n"),
        "foo/test-elements/other/element-deps": "fooo\n",
      ])
    #expect(
      found == [
        "foo/test-elements/builds/install.d/x: HK103",
        "foo/test-elements/other/element-deps:1:1: DP301",
      ])
  }

  @Test func garbageIsNotAProblem() async throws {
    let noise = (0..<100_000).map { UInt8(truncatingIfNeeded: $0 &* $0 >> 3) }
    let names = [
      "README.rst", "package-installs.yaml", "package-installs.json", "pkg-map", "svc-map",
      "source-repository-x", "block-device-x.yaml", "environment.d/10-x", "install.d/50-x", "x.sh",
      "element-deps", "element-provides", "x.json",
    ]
    var files = Dictionary(
      uniqueKeysWithValues: names.map { ("foo/\($0)", FixtureFile.bytes(noise)) })
    files["foo/install.d/loop"] = .symlink("loop")
    files["foo/install.d/up"] = .symlink("..")
    files["foo/install.d/20-dir"] = .directory
    try await withElements(files) { tree in
      #expect(await !Linter().lint(tree).isEmpty)
    }
  }

  @Test(.notEndless) func pipeInAPhaseDirectoryIsNotOpened() async throws {
    try await withTree(["foo/install.d/50-foo": .executable("#!/bin/bash\n")]) { root in
      #expect(mkfifo(root.appending("foo/install.d/60-pipe").string, 0o755) == 0)
      let tree = try ElementTree.discover(in: [root])
      #expect(await Linter(try RuleSelection(select: ["HK"])).lint(tree) == [])
    }
  }
}
