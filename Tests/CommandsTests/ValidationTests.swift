import Diagnostics
import ElementModel
import ElementTest
import SystemPackage
import TestSupport
import Testing

@testable import Commands

struct ValidationTests {
  @Test func everyFileIsACaseAndTheElementIsOne() throws {
    let results = try results(["foo/element-deps": "", "foo/install.d/50-foo": .executable()])
    #expect(
      results.summary == ["element: passed", "element-deps: passed", "install.d/50-foo: passed"])
  }

  @Test func findingFailsItsFileWithPathsAsTheUserWritesThem() throws {
    let results = try results(["foo/element-deps": "", "foo/a": "", "foo/b": ""]) { root in
      [finding(at: root.appending("foo/a"), note: root.appending("foo/b"))]
    }
    #expect(
      results.summary == ["element: passed", "a: failed", "b: passed", "element-deps: passed"])
    let failure = results[1].verdict.failure
    #expect(failure?.location?.path == "foo/a")
    #expect(failure?.details.hasPrefix("note: foo/b: the other\n") == true)
  }

  @Test func findingAboutNoFileFailsTheElement() throws {
    let results = try results(["foo/element-deps": ""]) { [finding(at: $0.appending("foo"))] }
    #expect(results.summary == ["element: failed", "element-deps: passed"])
  }

  @Test func caseFileThatIsNoFileFailsTheElement() throws {
    let results = try results(["foo/element-deps": "", "foo/tests/c.yaml": .directory])
    #expect(results.summary == ["element: failed", "element-deps: passed"])
    #expect(results[0].verdict.failure?.message == "this is no regular file")
  }

  @Test func caseFileWithAProblemFailsAndIsNotRun() throws {
    try withChecked(["foo/element-deps": "", "foo/tests/c.yaml": "asert: {}\n"]) { checked, root in
      let validation = Validation(findings: [], directory: root)
      #expect(validation.problems(of: checked).summary == ["tests/c.yaml: failed"])
      #expect(checked.jobs.map(\.testCase.name) == [])
    }
  }

  private func results(
    _ files: [String: FixtureFile], findings: (FilePath) -> [Finding] = { _ in [] }
  ) throws -> [CaseResult] {
    try withChecked(files) { checked, root in
      Validation(findings: findings(root), directory: root).cases(of: checked)
    }
  }

  /// Calls `body` with the element `foo` and the working directory.
  private func withChecked<Result>(
    _ files: [String: FixtureFile], _ body: (CheckedElement, FilePath) throws -> Result
  ) throws -> Result {
    try withEnvironment(files) { environment in
      let root = environment.workingDirectory
      let tree = try ElementTree.discover(in: [root])
      let request = CheckRequest(elements: ["foo"], reportFolder: root.appending("report"))
      let element = try #require(tree.elements["foo"])
      return try body(CheckedElement(element, request, environment), root)
    }
  }

  private func finding(at path: FilePath, note: FilePath? = nil) -> Finding {
    Finding(
      rule: "XX1", name: "example", severity: .error, message: "is wrong",
      location: SourceLocation(path),
      notes: note.map { [Finding.Note("the other", at: SourceLocation($0))] } ?? [])
  }
}
