import Diagnostics
import Documents
import Reporting
import SystemPackage

extension LanguageServer {
  /// The notification with the findings of a document.
  func diagnostics(of document: OpenDocument) -> JSONValue {
    let list = document.findings.map { diagnostic($0, in: document) }
    var members: [(String, JSONValue)] = [("uri", .string(document.uri))]
    if let version = document.version { members.append(("version", .integer(version))) }
    members.append(("diagnostics", .array(list)))
    return ServerMessage.notification(
      "textDocument/publishDiagnostics", JSONValue(members: members))
  }

  /// A finding as the protocol's `Diagnostic`.
  func diagnostic(_ finding: Finding, in document: OpenDocument) -> JSONValue {
    let step = finding.hint.map { "\n\($0)" } ?? ""
    return [
      "range": range(of: finding.location, in: document.text),
      "severity": .integer(finding.severity.protocolNumber),
      "code": .string(finding.rule.rawValue),
      "source": "tie-check",
      "message": .string(finding.message.text + step),
      "relatedInformation": .array(finding.notes.map(related)),
    ]
  }

  /// The range of a location; a file as a whole is its start, a place without an end one character.
  func range(of location: SourceLocation, in text: SourceText?) -> JSONValue {
    let start = location.start ?? SourcePosition(line: 1)
    let next = SourcePosition(line: start.line, column: start.column + 1)
    let end = location.end ?? (location.start == nil ? start : next)
    return ["start": encoding.encode(start, in: text), "end": encoding.encode(end, in: text)]
  }

  private func related(_ note: Finding.Note) -> JSONValue {
    let text = documents[note.location.path]?.text
    return [
      "location": [
        "uri": .string(FileURI.uri(note.location.path)),
        "range": range(of: note.location, in: text),
      ],
      "message": .string(note.message),
    ]
  }
}

extension Severity {
  /// `DiagnosticSeverity`.
  fileprivate var protocolNumber: Int {
    switch self {
    case .error: 1
    case .warning: 2
    case .info: 3
    }
  }
}
