import Diagnostics
import SystemPackage

/// One `result` of a SARIF file.
struct SARIFResult {
  private let finding: Finding
  private let reason: SuppressedFinding.Reason?
  private let ruleIndex: Int?

  init(_ finding: Finding, _ reason: SuppressedFinding.Reason?, ruleIndex: Int?) {
    self.finding = finding
    self.reason = reason
    self.ruleIndex = ruleIndex
  }

  /// The word for a severity.
  static func level(_ severity: Severity) -> String {
    switch severity {
    case .error: "error"
    case .warning: "warning"
    case .info: "note"
    }
  }

  /// The whole result; members that would be empty are left out.
  var object: JSONValue {
    var result: JSONValue = [
      "ruleId": .string(finding.rule.rawValue),
      "level": .string(Self.level(finding.severity)),
      "message": ["text": .string(text)],
      "locations": .array([SARIFLocation(finding.location).object]),
    ]
    for (key, value) in optionalMembers { result = result.adding(key, value) }
    return result
  }

  private var text: String {
    finding.hint.map { "\(finding.message)\n\($0)" } ?? finding.message.text
  }

  private var optionalMembers: [(String, JSONValue)] {
    let members: [(String, JSONValue?)] = [
      ("ruleIndex", ruleIndex.map { .integer($0) }),
      ("relatedLocations", finding.notes.isEmpty ? nil : .array(finding.notes.map(related))),
      (
        "partialFingerprints",
        finding.fingerprint.map { ["primaryLocationLineHash": .string($0)] }
      ),
      ("fixes", fixes),
      ("suppressions", reason.map { .array([["kind": .string(kind($0))]]) }),
    ]
    return members.compactMap { key, value in value.map { (key, $0) } }
  }

  private func related(_ note: Finding.Note) -> JSONValue {
    SARIFLocation(note.location).object.adding("message", ["text": .string(note.message)])
  }

  private func kind(_ reason: SuppressedFinding.Reason) -> String {
    switch reason {
    case .comment: "inSource"
    case .baseline: "external"
    }
  }

  /// Only changes of text can be said; other fixes are left to the program itself.
  private var fixes: JSONValue? {
    guard let fix = finding.fix, !fix.edits.isEmpty else { return nil }
    let change: JSONValue = [
      "artifactLocation": SARIFLocation(finding.location).artifact,
      "replacements": .array(fix.edits.map(replacement)),
    ]
    return .array([
      ["description": ["text": .string(fix.description)], "artifactChanges": .array([change])]
    ])
  }

  private func replacement(_ edit: Finding.Edit) -> JSONValue {
    [
      "deletedRegion": SARIFLocation.region(from: edit.start, to: edit.end),
      "insertedContent": ["text": .string(edit.text)],
    ]
  }
}
