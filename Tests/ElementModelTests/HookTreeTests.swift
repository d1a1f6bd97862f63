import Diagnostics
import ElementModel
import SystemPackage
import TestSupport
import Testing

@Suite struct HookTreeTests {
  private func merge(_ names: [ElementName], _ files: [String: FixtureFile]) throws -> HookTree {
    try withElements(files) { tree in
      let resolver = ElementResolver(tree)
      return try HookTree(
        merging: try resolver.resolve(names, requiringOperatingSystem: false))
    }
  }

  private func paths(_ tree: HookTree) -> [String] { tree.entries.map(\.path.string) }

  @Test func firstLevelDirectoriesAndFilesAreMerged() throws {
    let tree = try merge(
      ["a", "b"],
      ["a/install.d/10-a": "", "a/README.rst": "a", "b/install.d/10-b": "", "b/README.rst": "b"])
    #expect(paths(tree) == ["README.rst", "install.d", "install.d/10-a", "install.d/10-b"])
    #expect(tree.entries.map(\.element) == ["b", "b", "a", "b"])
  }

  @Test func someThingsAreLeftOut() throws {
    let tree = try merge(
      ["a"],
      [
        "a/tests/x": "", "a/__pycache__/x": "", "a/module.pyc": "", "a/test-elements/x": "",
        "a/bin/.hidden": "", "a/bin/.folder/x": "", "a/bin/folder/.kept": "", "a/bin/kept.pyc": "",
        "a/.gitignore": "", "a/nowhere": .symlink("missing"),
      ])
    #expect(
      paths(tree) == [
        ".gitignore", "bin", "bin/folder", "bin/folder/.kept", "bin/kept.pyc", "test-elements",
        "test-elements/x",
      ])
  }

  @Test(arguments: [
    "bin/x", "environment.d/10-x", "install.d/10-x", "static/x", "any-directory/x",
  ])
  func sameFileInAFirstLevelDirectoryIsRefused(path: String) throws {
    let error = #expect(throws: InputError.self) {
      try merge(["a", "b"], ["a/\(path)": "", "b/\(path)": ""])
    }
    #expect(error?.message == "`b` and `a` both have `\(path)`")
    #expect(error?.location?.path.ends(with: FilePath("b/\(path)")) == true)
  }

  @Test func linkToAFileIsADuplicateTooButADanglingOneIsNot() throws {
    #expect(throws: InputError.self) {
      try merge(["a", "b"], ["a/bin/x": .symlink("y"), "a/bin/y": "", "b/bin/x": ""])
    }
    let tree = try merge(["a", "b"], ["a/bin/x": .symlink("nowhere"), "b/bin/x": ""])
    #expect(tree.entries.last?.element == "b")
  }

  @Test func sameFileFurtherDownIsOverwritten() throws {
    let tree = try merge(["a", "b"], ["a/static/etc/x": "a", "b/static/etc/x": "b"])
    #expect(tree.entries.last?.path == "static/etc/x")
    #expect(tree.entries.last?.element == "b")
  }

  @Test func directoryAndFileOfOneNameAreRefused() throws {
    for files: [String: FixtureFile] in [
      ["a/bin/x/y": "", "b/bin/x": ""], ["a/bin/x": .symlink("nowhere"), "b/bin/x/y": ""],
      ["a/bin/x": "", "b/bin": ""], ["a/bin/x/y": "", "b/bin/x": .symlink("/tmp")],
    ] {
      #expect(throws: InputError.self) { try merge(["a", "b"], files) }
    }
  }

  @Test func linkedDirectoryIsFollowedOnTheFirstLevelOnly() throws {
    let tree = try merge(
      ["a"],
      [
        "a/bin": .symlink("../other/tools"), "other/tools/x": .executable(),
        "other/tools/deep": .symlink("/tmp"), "other/tools/.hidden": "",
      ])
    #expect(paths(tree) == ["bin", "bin/deep", "bin/x"])
    #expect(tree.entries.map(\.file.isSymlink) == [true, true, false])
  }

  @Test func hooksAreExecutableFilesWithPlainNamesInRunOrder() throws {
    let tree = try merge(
      ["a", "b"],
      [
        "a/install.d/100-z": .executable(), "a/install.d/9-z": .executable(),
        "a/install.d/20-data": "", "a/install.d/30-x.sh": .executable(),
        "a/install.d/40-folder/x": .executable(), "a/install.d/50-link": .symlink("100-z"),
        "a/install.d/60-dangling": .symlink("nowhere"), "a/install.d/.10-hidden": .executable(),
        "b/install.d/10-b": .executable(), "b/root.d/10-b": .executable(),
      ])
    let hooks = tree.hooks(in: .install)
    #expect(hooks.map(\.name) == ["9-z", "10-b", "50-link", "100-z"])
    #expect(hooks.map(\.number) == [9, 10, 50, 100])
    #expect(hooks.map(\.element) == ["a", "b", "a", "a"])
    #expect(tree.hooks(in: .cleanup).isEmpty)
  }

  @Test func environmentFilesAreInByteOrderWhateverTheirMode() throws {
    let tree = try merge(
      ["a"],
      [
        "a/environment.d/9-c.bash": "", "a/environment.d/10-a": .executable(),
        "a/environment.d/5-b": "", "a/environment.d/6-x~": "", "a/environment.d/7-d/x": "",
        "a/environment.d/8-l": .symlink("5-b"),
      ])
    #expect(tree.environmentFiles.map(\.name) == ["10-a", "5-b", "8-l", "9-c.bash"])
  }
}
