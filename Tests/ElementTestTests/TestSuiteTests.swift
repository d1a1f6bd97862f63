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

  @Test(arguments: ["yml", "YAML", "Yml"])
  func otherExtensionIsAProblem(_ other: String) throws {
    let files: [String: FixtureFile] = ["foo/tests/a.\(other)": ""]
    #expect(try messages(files) == ["test cases end in `.yaml`, not in `.\(other)`"])
    #expect(try names(files) == ["default"])
  }

  @Test func whatIsNoFileIsAProblemAndReplacesNoCase() throws {
    let files: [String: FixtureFile] = ["foo/tests/a.yaml": .directory]
    #expect(try messages(files) == ["this is no regular file"])
    #expect(try names(files) == ["default"])
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
