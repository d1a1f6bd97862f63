import SystemPackage
import TestSupport
import Testing

@testable import ElementModel

struct GitIndexTests {
  private let files: [(path: String, mode: UInt32)] = [
    ("a/install.d/50-a", 0o100755), ("a/element-deps", 0o100644), ("a/link", 0o120000),
    (String(repeating: "b", count: 300), 0o100755), ("c", 0o100644),
  ]

  private func index(
    _ bytes: [UInt8], more: [String: FixtureFile] = [:], in directory: String = "",
    _ check: (GitIndex?, FilePath) -> Void
  ) throws {
    let files = more.merging([".git/index": .bytes(bytes), "a/x": ""]) { given, _ in given }
    try withTree(files) { root in
      check(GitIndex(around: root.appending(directory)), root)
    }
  }

  @Test(arguments: [2, 3, 4])
  func modesAreReadFromEachVersion(_ version: UInt32) throws {
    try index(gitIndex(files, version: version), in: "a") { index, root in
      #expect(index?.root == root)
      #expect(index?.isExecutable(root.appending("a/install.d/50-a")) == true)
      #expect(index?.isExecutable(root.appending("a/element-deps")) == false)
      #expect(index?.isExecutable(root.appending("a/link")) == nil)
      #expect(index?.isExecutable(root.appending(String(repeating: "b", count: 300))) == true)
      #expect(index?.isExecutable(root.appending("c")) == false)
      #expect(index?.isExecutable("/c") == nil)
    }
  }

  @Test(arguments: [2, 3, 4] as [UInt32])
  func damagedIndexIsReadUpToTheDamage(_ version: UInt32) {
    let bytes = gitIndex(files, version: version)
    for length in 0..<bytes.count {
      var parser = GitIndexParser(Array(bytes.prefix(length)))
      #expect(length > bytes.count - 10 || parser?.entries()["c"] == nil)
    }
  }

  @Test func garbageIsNoIndex() {
    let noise = (0..<5000).map { UInt8(truncatingIfNeeded: $0 &* $0 >> 3) }
    for version in 0...5 as ClosedRange<UInt8> {
      var parser = GitIndexParser(Array("DIRC".utf8) + [0, 0, 0, version] + noise)
      #expect((parser?.entries().count ?? 0) < 100)
      #expect((2...4).contains(version) == (parser != nil))
    }
  }

  @Test func furtherWorkTreeNamesItsFolder() throws {
    let bytes = gitIndex(files)
    let folder: [String: FixtureFile] = [
      "w/.git": "gitdir: ../.git/worktrees/w\n", ".git/worktrees/w/index": .bytes(bytes),
    ]
    try index(gitIndex([]), more: folder, in: "w") { index, root in
      #expect(index?.isExecutable(root.appending("w/a/install.d/50-a")) == true)
    }
  }

  @Test func fileSystemWithoutModesIsLeftAlone() throws {
    let config: [String: FixtureFile] = [".git/config": "[core]\n\tfileMode = false\n"]
    try index(gitIndex(files), more: config) { index, _ in #expect(index == nil) }
  }

  @Test func directoryOutsideOfARepositoryHasNone() throws {
    try withTree(["a/x": ""]) { root in #expect(GitIndex(around: root.appending("a")) == nil) }
  }
}
