import SystemPackage
import Testing

@testable import ElementLint

/// pyflakes' and mccabe's codes as flake8 reports them.
struct NamesAndLiteralsTests {
  /// The findings as `line:column code`, the column as flake8 prints it.
  private func findings(
    _ text: String, at path: FilePath = "/a.py", _ change: (inout PythonOptions) -> Void = { _ in }
  ) throws -> [String] {
    var configuration = Flake8Configuration()
    change(&configuration.options)
    let selection = try RuleSelection(select: ["F", "C90", "E999"])
    return PythonLinter(selection, configuration).findings(in: Array(text.utf8), at: path)
      .map { "\($0.line):\($0.printedColumn) \($0.code)" }
  }

  @Test func orderIsFlake8s() throws {
    let text = "from a import *\nfrom a import (b, c)\nimport b\n"
    #expect(
      try findings(text) == ["1:1 F403", "1:1 F401", "2:1 F401", "3:1 F811", "3:1 F401"])
  }

  @Test func columnOfATreesNodeCountsBytes() throws {
    let text = "print('ä', b)\n"
    #expect(try findings(text) == ["1:13 F821"])
    let finding = PythonLinter(try RuleSelection(select: ["F"]), Flake8Configuration())
      .findings(in: Array(text.utf8), at: "/a.py").first
    #expect(finding?.column == 12)
  }

  @Test func commentSilences() throws {
    #expect(try findings("import os  # noqa: F401\nimport sys  # noqa\n") == [])
  }

  @Test func moreNamesMayBeBuiltIn() throws {
    #expect(try findings("_('a')\n") == ["1:1 F821"])
    #expect(try findings("_('a')\n") { $0.builtins = ["_"] } == [])
  }

  @Test func packageMayExportWhatItDoesNotBind() throws {
    #expect(try findings("__all__ = ['a']\n") == ["1:1 F822"])
    #expect(try findings("__all__ = ['a']\n", at: "/a/__init__.py") == [])
  }

  @Test func complexityIsLimitedWhenAskedFor() throws {
    let text = "import os\ndef f(x):\n    if x: pass\n    if x: pass\nos\n"
    #expect(try findings(text) == [])
    #expect(try findings(text) { $0.maxComplexity = 2 } == ["2:1 C901"])
  }

  @Test func onlyTheErrorIsReportedOfWhatDoesNotParse() throws {
    #expect(try findings("import os\nx = (1 +\n") == ["2:6 E999"])
    #expect(try findings("def f(:\n    pass\n") == ["1:8 E999"])
  }
}
