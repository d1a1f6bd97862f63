import Diagnostics
import ElementModel
import SystemPackage
import TestSupport
import Testing

@Suite struct ElementTreeTests {
  @Test func everySubdirectoryIsAnElement() throws {
    try withElements(["a/x": "", "b/x": "", ".hidden/x": "", ".git/x": "", "README": ""]) { tree in
      #expect(tree.sorted.map(\.name) == [".hidden", "a", "b"])
    }
  }

  @Test func referencesKnowTheirRows() throws {
    try withElements(["a/element-deps": "b\n c \n\n", "a/element-provides": "x\n"]) { tree in
      let element = try #require(tree["a"])
      #expect(element.dependencies.map(\.name) == ["b", "c"])
      #expect(element.dependencies.last?.location.start == SourcePosition(line: 2, column: 2))
      #expect(element.dependencies.last?.location.path == element.path.appending("element-deps"))
      #expect(element.provides.map(\.name) == ["x"])
    }
  }

  @Test func elementWithAnUnreadableListIsFoundButNotResolved() throws {
    try withElements(["a/element-deps/b": "", "a/element-provides": .symlink("/dev/zero")]) {
      tree in
      let element = try #require(tree["a"])
      #expect(
        element.faults.map { $0.location?.path }
          == ["element-deps", "element-provides"].map {
            element.path.appending($0)
          })
      #expect(element.dependencies.isEmpty && element.provides.isEmpty)
      #expect(throws: ResolutionError.unreadableElement(element.faults[0])) {
        try ElementResolver(tree).resolve(["a"], requiringOperatingSystem: false)
      }
    }
  }

  @Test func laterElementOfOneNameIsShadowed() throws {
    let files: [String: FixtureFile] = ["one/a/x": "", "two/a/y": "", "two/b/z": ""]
    try withSearchPath(["one", "two"], files) { tree in
      #expect(tree["a"]?.file("x") != nil)
      #expect(tree["b"] != nil)
      #expect(tree.shadowed.map(\.path) == [tree.searchPath[1].appending("a")])
      #expect(tree.all(named: "a").map(\.path) == tree.searchPath.map { $0.appending("a") })
    }
  }

  @Test func linkIsNamedAfterWhatItLeadsTo() throws {
    let files: [String: FixtureFile] = [
      "elements/mine": .symlink("../other/real"), "other/real/x": "",
      "elements/dangling": .symlink("nowhere"), "elements/file": .symlink("../other/real/x"),
    ]
    try withSearchPath(["elements"], files) { tree in
      #expect(tree.elements.keys.sorted() == ["real"])
      #expect(tree["real"]?.path.removingLastComponent().lastComponent == "other")
    }
  }

  @Test func linkToAnElementOnThePathShadowsNothing() throws {
    try withElements(["real/x": "", "mine": .symlink("real")]) { tree in
      #expect(tree.elements.count == 1)
      #expect(tree.shadowed.isEmpty)
    }
  }

  @Test func emptyEntryOfThePathIsRefused() throws {
    try withTree(["a/element-deps": ""]) { root in
      let error = #expect(throws: InputError.self) { try ElementTree.discover(in: [root, ""]) }
      #expect(error?.hint != nil)
    }
  }

  @Test(arguments: ["missing", "file", "file/below"]) func unusableEntryIsRefused(entry: String)
    throws
  {
    try withTree(["file": ""]) { root in
      let error = #expect(throws: InputError.self) {
        try ElementTree.discover(in: [root.appending(entry)])
      }
      #expect(error?.message.contains(root.appending(entry).string) == true)
      #expect(error?.hint != nil)
    }
  }

  @Test func missingDependencyFilesAreNoDependencies() throws {
    try withElements(["a/element-deps": .symlink("nowhere"), "b/x": ""]) { tree in
      #expect(tree.sorted.allSatisfy { $0.dependencies.isEmpty && $0.provides.isEmpty })
    }
  }

  @Test func relativePathsAreMadeAbsolute() throws {
    try withTree(["a/x": ""]) { root in
      // From wherever tests run, enough steps up end at the root.
      let relative = FilePath("./" + String(repeating: "../", count: 40) + root.string.dropFirst())
      let tree = try ElementTree.discover(in: [relative])
      #expect(tree.searchPath.allSatisfy { $0.isAbsolute && $0.components.last?.kind == .regular })
      #expect(try tree["a"]?.file("x")?.contents() == [])
    }
  }
}

@Suite struct ElementFileTests {
  private static let files: [String: FixtureFile] = [
    "e/a/x": "", "e/a.b": "text", "e/a-b": .executable("run"), "e/.git/x": "", "e/.hidden": "",
    "e/link": .symlink("a-b"), "e/folder": .symlink("a"), "e/dangling": .symlink("nowhere"),
    "e/secret": .text("", mode: 0o4640),
  ]

  @Test func filesComeInByteOrderWithoutGit() throws {
    try withElements(Self.files) { tree in
      #expect(
        tree["e"]?.files.map(\.relativePath.string) == [
          ".hidden", "a", "a-b", "a.b", "a/x", "dangling", "folder", "link", "secret",
        ])
    }
  }

  @Test func linksAreNotFollowedButKnowWhatTheyLeadTo() throws {
    try withElements(Self.files) { tree in
      let element = try #require(tree["e"])
      let link = try #require(element.file("link"))
      #expect(link.kind == .symlink(target: "a-b"))
      #expect(link.isRegular && link.isExecutable && !link.isDirectory && !link.isDangling)
      #expect(element.file("folder")?.isDirectory == true)
      #expect(element.file("dangling")?.isDangling == true)
      #expect(element.file("folder/x") == nil)
    }
  }

  @Test func permissionsAndSizeAreTheFilesOwn() throws {
    try withElements(Self.files) { tree in
      let element = try #require(tree["e"])
      #expect(element.file("secret")?.mode == 0o4640)
      #expect(element.file("a-b")?.isExecutable == true)
      #expect(element.file("a.b")?.isExecutable == false)
      #expect(element.file("a")?.isExecutable == false)
      #expect(element.file("a.b")?.size == 4)
    }
  }

  @Test func contentsAreReadThroughLinks() throws {
    try withElements(Self.files) { tree in
      let element = try #require(tree["e"])
      #expect(try element.file("link")?.contents() == Array("run".utf8))
      #expect(throws: InputError.self) { try element.file("dangling")?.contents() }
      #expect(throws: InputError.self) { try element.file("a")?.contents() }
    }
  }

  @Test func entriesOfADirectoryAreItsOwnOnly() throws {
    try withElements(["e/d/b": "", "e/d/a": "", "e/d/n/x": "", "e/d-x": ""]) { tree in
      #expect(tree["e"]?.entries(in: "d").map(\.name) == ["a", "b", "n"])
      #expect(tree["e"]?.entries(in: "").map(\.name) == ["d", "d-x"])
      #expect(tree["e"]?.entries(in: "none").isEmpty == true)
    }
  }

  @Test func largeFileIsReadWhole() throws {
    let bytes = (0..<300_000).map { UInt8(truncatingIfNeeded: $0) }
    try withElements(["e/f": .bytes(bytes)]) { tree in
      let file = try #require(tree["e"]?.file("f"))
      #expect(try file.contents() == bytes)
    }
  }
}
