import ElementModel
@testable import ImageBuilder
import SystemPackage
import TestSupport
import Testing

/// The hook tree as later hooks see it.
@Suite struct MergedHookTreeTests {
  @Test func hooksThatHooksAddRunInOrder() throws {
    try withTrees { base, change in
      #expect(base.hooks(in: "install.d") == ["10-a", "30-c"])
      #expect(base.adding(changes: change).hooks(in: "install.d") == ["10-a", "20-b", "30-c"])
    }
  }

  @Test func aLinkThatAHookMadeRuns() throws {
    try withTrees { base, change in
      #expect(base.adding(changes: change).hooks(in: "post-install.d") == ["10-linked"])
    }
  }

  @Test func aFileThatAHookReplacedHasItsNewDigest() throws {
    try withTrees { base, change in
      let changed = base.adding(changes: change)
      #expect(base.digest(of: "install.d/10-a") != changed.digest(of: "install.d/10-a"))
      #expect(base.digest(of: "install.d/30-c") == changed.digest(of: "install.d/30-c"))
    }
  }

  @Test func environmentFilesComeInByteOrder() throws {
    try withTrees { base, _ in
      #expect(base.environmentFiles == ["10-a", "5-b", "9-c.bash"])
    }
  }

  /// Calls `body` with a tree of three hooks, and with changes to it.
  private func withTrees(_ body: (MergedHookTree, FilePath) throws -> Void) throws {
    try withTree([
      "element/install.d/10-a": .executable(), "element/install.d/30-c": .executable(),
      "element/install.d/note": "no hook",
      "element/environment.d/5-b": "", "element/environment.d/10-a": "",
      "element/environment.d/9-c.bash": "", "element/environment.d/no way": "",
      "element/install.d/late/10-linked": .executable(),
      "change/install.d/10-a": .executable("#!/bin/sh\n"),
      "change/install.d/20-b": .executable(),
      "change/post-install.d/10-linked": .symlink("../install.d/late/10-linked"),
    ]) { root in
      let element = root.appending("element")
      let paths = [
        "install.d/10-a", "install.d/30-c", "install.d/note", "install.d/late/10-linked",
        "environment.d/5-b", "environment.d/10-a", "environment.d/9-c.bash", "environment.d/no way",
      ]
      let items = paths.map {
        HookTreeItem(path: $0, source: .file(element.pushing(FilePath($0)).string))
      }
      try body(MergedHookTree(items: items, changes: []), root.appending("change"))
    }
  }
}
