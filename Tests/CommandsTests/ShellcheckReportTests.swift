import Diagnostics
import Testing

@testable import Commands

struct ShellcheckReportTests {
  private func findings(_ text: String) throws -> [Finding] {
    try ShellcheckReport(parsing: Array(text.utf8)).findings
  }

  private func comment(_ level: String, fix: String = "null") -> String {
    """
    {"comments": [{"file": "/a b", "line": 2, "endLine": 2, "column": 6, "endColumn": 8,
      "level": "\(level)", "code": 2086, "message": "Double quote.", "fix": \(fix)}]}
    """
  }

  @Test(arguments: [
    ("error", Severity.error), ("warning", .warning), ("info", .info), ("style", .info),
  ])
  func levelsAreSeverities(_ level: String, _ severity: Severity) throws {
    #expect(try findings(comment(level)).map(\.severity) == [severity])
  }

  @Test func commentIsAFinding() throws {
    let finding = try #require(try findings(comment("info")).first)
    #expect(finding.rule == "SC2086" && finding.message.text == "Double quote.")
    #expect(finding.location.description == "/a b:2:6")
    #expect(finding.location.end == SourcePosition(line: 2, column: 8))
    #expect(finding.fix == nil)
  }

  @Test func replacementsAreEdits() throws {
    let fix = """
      {"replacements": [{"line": 2, "endLine": 2, "column": 6, "endColumn": 6, "precedence": 7,
        "insertionPoint": "afterEnd", "replacement": "\\""}]}
      """
    let edits = try findings(comment("info", fix: fix)).first?.fix?.edits
    let place = SourcePosition(line: 2, column: 6)
    #expect(edits == [Finding.Edit(from: place, to: place, text: "\"")])
  }

  @Test(arguments: ["", "[]", "{}", "{\"comments\": 1}", "shellcheck: error"])
  func otherOutputIsAnError(_ text: String) {
    #expect(throws: InputError.self) { try findings(text) }
  }

  @Test func emptyReportHasNoFindings() throws {
    #expect(try findings("{\"comments\":[]}") == [])
  }
}
