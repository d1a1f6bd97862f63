import Diagnostics
import SystemPackage
import Testing

@testable import ElementLint

struct Flake8ConfigurationTests {
  @Test func optionsAreRead() throws {
    let found = try configuration(
      "max-line-length = 100\nmax_doc_length=72\nindent-size: 2\nhang-closing = True\n"
        + "max-complexity = 10\nbuiltins = _,foo\ndoctests=1\nselect = E\n  W5, F\n")
    #expect(found.options.maxLineLength == 100)
    #expect(found.options.maxDocLength == 72)
    #expect(found.options.indentSize == 2)
    #expect(found.options.hangClosing && found.options.doctests)
    #expect(found.options.maxComplexity == 10)
    #expect(found.options.builtins == ["_", "foo"])
    #expect(found.selection.select == ["E", "W5", "F"])
  }

  @Test func fileWithoutASectionIsNone() throws {
    let found = try Flake8Configuration(
      parsing: "[pycodestyle]\nignore = E\n", at: "/p/tox.ini", workingDirectory: "/p")
    #expect(found == nil)
  }

  @Test(arguments: ["ignore = E1 # no", "select = foo", "max-line-length = x", "ignore = E1234"])
  func faultyValueIsAnError(_ line: String) {
    #expect(throws: InputError.self) { try configuration(line) }
  }

  @Test func excludedFilesAreToldByNameOrPath() throws {
    let patterns = try configuration("exclude = a, b/*.py\nextend-exclude = *.egg-info\n").exclude
    #expect(patterns.match("/x/a"))
    #expect(patterns.match("/p/b/c/d.py"))
    #expect(patterns.match("/x/y.egg-info"))
    #expect(!patterns.match("/x/b/c.py"))
    #expect(!patterns.match("/x/.git"))
  }

  @Test func longestPatternCountsForAFile() throws {
    let found = try configuration("per-file-ignores =\n  a.py: E2,\n    E3\n  d/*.py, *.pyi: F\n")
    #expect(found.selection(for: "/x/a.py").extendIgnore == ["E2", "E3"])
    #expect(found.selection(for: "/p/d/a.py").extendIgnore == ["F"])
    #expect(found.selection(for: "/x/a.pyi").extendIgnore == ["F"])
    #expect(found.selection(for: "/x/b.py").extendIgnore == [])
  }

  private func configuration(_ lines: String) throws -> Flake8Configuration {
    let found = try Flake8Configuration(
      parsing: "[flake8]\n\(lines)\n", at: "/p/tox.ini", workingDirectory: "/p")
    return try #require(found)
  }
}
