import Diagnostics
import SystemPackage
import TestSupport
import Testing

@testable import Commands

struct LintTargetTests {
  private static let files: [String: FixtureFile] = [
    "elements/README.rst": "elements\n",
    "elements/foo/element-deps": "bar\n",
    "elements/foo/install.d/50-foo": .executable(),
    "elements/foo/test-elements/builds/element-deps": "foo\n",
    "elements/pkg-map/README.rst": "pkg-map\n",
    "elements/new/README.rst": "new\n",
    "other/bar/element-deps": "",
    "notes.txt": "x\n",
  ]

  /// The search path and the paths that arguments mean, below the working directory.
  private func target(_ arguments: [String], elementsPath: String = "") throws -> [[String]] {
    try withTree(Self.files) { root in
      let environment = ProcessEnvironment(
        variables: ["ELEMENTS_PATH": elementsPath], workingDirectory: root,
        executable: root.appending("tie-check"))
      let target = try LintTarget(arguments, in: environment)
      return [target.searchPath, target.paths].map { $0.map { below(root, $0) } }
    }
  }

  private func below(_ root: FilePath, _ path: FilePath) -> String {
    var path = path
    _ = path.removePrefix(root)
    return path.string
  }

  @Test(arguments: [
    "elements", "elements/foo", "elements/new", "elements/pkg-map", "elements/foo/install.d",
    "elements/foo/install.d/50-foo", "elements/foo/test-elements/builds",
    "elements/foo/test-elements/builds/element-deps",
  ])
  func elementsAreFoundInTheFolderAroundThePath(_ path: String) throws {
    #expect(try target([path]) == [["elements"], [path]])
  }

  @Test func severalPathsShareTheirFolders() throws {
    #expect(
      try target(["elements/foo", "elements/new", "other"])
        == [["elements", "other"], ["elements/foo", "elements/new", "other"]])
  }

  @Test func elementsPathComesLast() throws {
    #expect(
      try target(["elements/foo"], elementsPath: "other") == [
        ["elements", "other"], ["elements/foo"],
      ])
  }

  @Test func namesAreLookedUpOnTheElementsPath() throws {
    #expect(
      try target(["bar"], elementsPath: "elements:other") == [
        ["elements", "other"], ["other/bar"],
      ])
  }

  @Test(arguments: ["missing", "elements/missing", "notes.txt"])
  func whatIsNoElementIsAnError(_ path: String) {
    #expect(throws: InputError.self) { try target([path]) }
  }
}
