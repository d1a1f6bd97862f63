import Diagnostics
import ElementModel
import SystemPackage
import TestSupport
import Testing

@testable import Commands

struct ElementSelectionTests {
  private static let files: [String: FixtureFile] = [
    "elements/foo/element-deps": "",
    "elements/bar/element-deps": "",
    "elements/tie-report/junit.xml": "",
    "other/foo/element-deps": "",
    "other/baz/element-deps": "",
    "empty/notes.txt": "",
  ]

  @Test func directoryIsAnElementOrAllBelowIt() throws {
    #expect(try names(["elements/foo"]) == ["foo"])
    #expect(try names(["other"]) == ["baz", "foo"])
    #expect(try names(["elements/foo", "elements/foo", "elements/bar"]) == ["foo", "bar"])
  }

  @Test func reportFolderIsNoElement() throws {
    #expect(try names(["elements"], ignoring: "elements/tie-report") == ["bar", "foo"])
  }

  @Test func nameIsLookedUpInElementsPathThenAmongTheBundled() throws {
    #expect(
      try names(["baz", "debian-minimal"], elementsPath: "other") == ["baz", "debian-minimal"])
  }

  @Test(arguments: [
    ("", "the name of an element is empty"), ("fooo", "there is no element `fooo`"),
    ("empty", "there are no elements in"), ("./missing", "is no element and no folder"),
  ])
  func argumentThatIsNoElementIsAnError(_ argument: String, _ message: String) {
    let error = #expect(throws: InputError.self) { try names([argument], elementsPath: "other") }
    #expect(error?.message.contains(message) == true)
  }

  @Test func hiddenElementIsAnError() {
    let error = #expect(throws: InputError.self) { try names(["elements/foo", "other/foo"]) }
    #expect(error?.message.contains("is hidden by") == true)
  }

  @Test(arguments: ["::", "other:", "other:missing"])
  func brokenElementsPathIsAnErrorForEveryCommand(_ path: String) throws {
    #expect(throws: InputError.self) { try names(["elements/foo"], elementsPath: path) }
    try withEnvironment(Self.files, ["ELEMENTS_PATH": path]) { environment in
      let target = try LintTarget(["elements/foo"], in: environment)
      #expect(throws: InputError.self) { try ElementTree.discover(in: target.searchPath) }
    }
  }

  @Test func withoutArgumentsTheElementsOfTheRepositoryAreMeant() throws {
    try withEnvironment(Self.files) { environment in
      #expect(environment.defaultElements == ["elements"])
      let target = try LintTarget([], in: environment)
      #expect(target.paths == [environment.workingDirectory.appending("elements")])
      var inside = environment
      inside.workingDirectory = environment.workingDirectory.appending("elements/foo")
      #expect(inside.defaultElements == ["."])
    }
  }

  @Test func whatCannotBeResolvedIsAnErrorOfTheInput() throws {
    try withEnvironment(Self.files) { environment in
      let selection = try ElementSelection(["other"], environment, Installation(environment))
      let error = #expect(throws: InputError.self) { try selection.resolved() }
      #expect(error?.message == "no element provides `operating-system`")
    }
  }

  private func names(
    _ arguments: [String], ignoring: FilePath? = nil, elementsPath: String = ""
  ) throws -> [ElementName] {
    try withEnvironment(Self.files, ["ELEMENTS_PATH": elementsPath]) { environment in
      try ElementSelection(
        arguments, ignoring: ignoring.map { environment.absolute($0) }, environment,
        Installation(environment)
      ).names
    }
  }
}
