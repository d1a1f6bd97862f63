import Diagnostics
import Documents
import SystemPackage

/// What shellcheck prints with `--format=json1`.
struct ShellcheckReport {
  let findings: [Finding]

  /// Reads it; what is no such report is an `InputError`.
  init(parsing bytes: [UInt8]) throws(InputError) {
    let document = try JSONDocument(parsing: bytes, path: "the report of shellcheck")
    guard let comments = document.root?["comments"]?.sequence else {
      throw InputError(
        "shellcheck printed no report", hint: "use version 0.7 or later, which knows `json1`")
    }
    findings = comments.compactMap(Self.finding)
  }

  private static func finding(_ comment: DocumentNode) -> Finding? {
    guard let file = comment["file"]?.string, let code = comment["code"]?.integer,
      let range = ReportedRange(comment), let message = comment["message"]?.string
    else { return nil }
    return Finding(
      rule: RuleCode(rawValue: "SC\(code)"), name: "shellcheck",
      severity: severity(comment["level"]?.string), message: "\(message)",
      location: SourceLocation(FilePath(file), range.start, to: range.end),
      fix: fix(comment["fix"]))
  }

  /// Its `info` and `style` are remarks.
  private static func severity(_ level: String?) -> Severity {
    switch level {
    case "error": .error
    case "warning": .warning
    default: .info
    }
  }

  private static func fix(_ node: DocumentNode?) -> Finding.Fix? {
    guard let replacements = node?["replacements"]?.sequence else { return nil }
    let edits = replacements.compactMap { replacement -> Finding.Edit? in
      guard let range = ReportedRange(replacement), let text = replacement["replacement"]?.string
      else {
        return nil
      }
      return Finding.Edit(from: range.start, to: range.end, text: text)
    }
    return edits.isEmpty ? nil : Finding.Fix("do what shellcheck proposes", edits: edits)
  }
}

/// A place in a file: 1-based, the end excluded.
private struct ReportedRange {
  let start: SourcePosition
  let end: SourcePosition

  init?(_ node: DocumentNode) {
    guard let line = node["line"]?.integer, let column = node["column"]?.integer,
      let endLine = node["endLine"]?.integer, let endColumn = node["endColumn"]?.integer
    else { return nil }
    start = SourcePosition(line: line, column: column)
    end = SourcePosition(line: endLine, column: endColumn)
  }
}
