import Diagnostics
import ElementModel
import ElementTest
import TestSupport
import Testing

@Suite struct TestSuiteTests {
  @Test func elementWithoutTestsHasTheImpliedCase() throws {
    #expect(try names(["foo/README.rst": ""]) == ["default"])
    #expect(try names(["foo/tests/data.txt": ""]) == ["default"])
  }

  @Test func eachYamlFileAndExecutableIsACase() throws {
    let files: [String: FixtureFile] = [
      "foo/tests/b.yaml": "", "foo/tests/a.yaml": "", "foo/tests/probe.sh": .executable(),
      "foo/tests/library.sh": "", "foo/tests/data/c.yaml": "",
    ]
    #expect(try names(files) == ["a", "b", "probe.sh"])
  }

  @Test func executablesDoNotReplaceTheImpliedCase() throws {
    #expect(try names(["foo/tests/probe": .executable()]) == ["default", "probe"])
  }

  @Test func twoCasesOfOneNameAreAProblem() throws {
    let files: [String: FixtureFile] = ["foo/tests/a.yaml": "", "foo/tests/a": .executable()]
    #expect(try messages(files).first?.hasPrefix("two cases are called `a`") == true)
  }

  @Test func otherExtensionIsAProblem() throws {
    #expect(
      try messages(["foo/tests/a.yml": ""]) == ["test cases end in `.yaml`, not in `.yml`"])
  }

  private func names(_ files: [String: FixtureFile]) throws -> [String] {
    try withSuite(files) { $0.cases.map(\.name) }
  }

  private func messages(_ files: [String: FixtureFile]) throws -> [String] {
    try withSuite(files) { $0.problems.errors.map(\.message) }
  }

  private func withSuite<Result>(
    _ files: [String: FixtureFile], _ body: (TestSuite) -> Result
  ) throws -> Result {
    try withElements(files) { tree in body(TestSuite(of: try #require(tree.elements["foo"]))) }
  }
}
