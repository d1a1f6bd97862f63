import Diagnostics
import SystemPackage

extension JSONValue {
  /// The position-independent part of a finding and its range; a finding about a whole file or
  /// directory is at 1:1, so that readers always get numbers.
  init(_ finding: Finding) {
    let range = LineRange(finding.location)
    self = [
      "path": .string(finding.location.path.string),
      "line": .integer(range.start.line),
      "column": .integer(range.start.column),
      "endLine": .integer(range.end.line),
      "endColumn": .integer(range.end.column),
      "rule": .string(finding.rule.rawValue),
      "name": .string(finding.name),
      "severity": .string(finding.severity.rawValue),
      "message": .string(finding.message.text),
      "help": .optional(finding.hint),
      "fix": finding.fix.map(JSONValue.init) ?? .null,
      "fingerprint": .optional(finding.fingerprint),
    ]
  }

  private init(_ fix: Finding.Fix) {
    let edits = fix.edits.map { JSONValue($0) }
    self.init(members: [
      ("description", .string(fix.description)), ("safe", .bool(fix.isSafe)),
      ("edits", .array(edits)), ("executable", Self.flag(fix.isExecutable)),
      ("rename", .optional(fix.newName)),
    ])
  }

  /// The optimizer of Swift 6.3 crashes on `map` and `??` in place of it.
  private static func flag(_ value: Bool?) -> JSONValue {
    guard let value else { return .null }
    return .bool(value)
  }

  private init(_ edit: Finding.Edit) {
    self = [
      "startLine": .integer(edit.start.line),
      "startColumn": .integer(edit.start.column),
      "endLine": .integer(edit.end.line),
      "endColumn": .integer(edit.end.column),
      "text": .string(edit.text),
    ]
  }
}

extension JSONValue {
  /// A finding with its related places, as the reports of the linter have it.
  static func lintFinding(_ finding: Finding) -> JSONValue {
    let related = finding.notes.map { note -> JSONValue in
      [
        "path": .string(note.location.path.string),
        "line": .integer(LineRange(note.location).start.line),
        "message": .string(note.message),
      ]
    }
    return JSONValue(finding).adding("related", .array(related))
  }
}

/// A location's range with its gaps filled: the first position of the file, the start as end.
struct LineRange {
  let start: SourcePosition
  let end: SourcePosition

  init(_ location: SourceLocation) {
    start = location.start ?? SourcePosition(line: 1, column: 1)
    end = location.end ?? start
  }
}
