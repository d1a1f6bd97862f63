import Diagnostics
import Documents
import ElementLint
import Reporting
import SystemPackage

extension LanguageServer {
  /// What can be done about the findings in a range: their fixes, comments that silence them, and all
  /// safe fixes of the document at once.
  func codeActions(_ parameters: DocumentNode?) throws -> JSONValue {
    let document = try document(parameters)
    let range = parameters?["range"]
    let start = try position(range?["start"], in: document.text)
    let end = try position(range?["end"], in: document.text)
    let found = document.findings(from: start, to: end)
    let actions =
      found.compactMap { fix(of: $0, in: document) }
      + found.compactMap { silencing($0, in: document) } + [fixAll(document)].compactMap { $0 }
    return .array(actions)
  }

  private func fix(of finding: Finding, in document: OpenDocument) -> JSONValue? {
    guard let fix = finding.fix else { return nil }
    var members: [(String, JSONValue)] = [
      ("title", .string("\(fix.description) (\(finding.rule))")), ("kind", "quickfix"),
      ("diagnostics", .array([diagnostic(finding, in: document)])),
      ("isPreferred", .bool(fix.isSafe)),
    ]
    switch fix.change {
    case .edits(let edits): members.append(("edit", changes(edits, in: document)))
    case .name(let name): members.append(("edit", renaming(document, to: name)))
    case .executable(let flag): members.append(("command", command(document, flag)))
    }
    return JSONValue(members: members)
  }

  /// Puts a comment at the end of the line, where the rule heeds one.
  private func silencing(_ finding: Finding, in document: OpenDocument) -> JSONValue? {
    guard let rule = try? RuleCatalog.rule(finding.rule.rawValue), rule.suppression == .line,
      let start = finding.location.start,
      !document.text.scalars(ofLine: start.line).contains("#")
    else { return nil }
    let column = document.text.scalars(ofLine: start.line).count + 1
    let end = SourcePosition(line: start.line, column: column)
    let edit = Finding.Edit(from: end, to: end, text: "  # tie-check: disable=\(rule.name)")
    return [
      "title": .string("Allow \(rule.code) on this line"), "kind": "quickfix",
      "diagnostics": .array([diagnostic(finding, in: document)]),
      "edit": changes([edit], in: document),
    ]
  }

  private func fixAll(_ document: OpenDocument) -> JSONValue? {
    let edits = document.findings.compactMap(\.fix).filter(\.isSafe).map(\.edits)
      .reduce(into: [Finding.Edit]()) { chosen, edits in
        if !edits.contains(where: { edit in chosen.contains { $0.overlaps(edit) } }) {
          chosen += edits
        }
      }
    guard !edits.isEmpty else { return nil }
    return [
      "title": "Apply all safe fixes", "kind": "source.fixAll",
      "edit": changes(edits, in: document),
    ]
  }

  private func changes(_ edits: [Finding.Edit], in document: OpenDocument) -> JSONValue {
    let list = edits.map { edit -> JSONValue in
      let place = SourceLocation(document.path, edit.start, to: edit.end)
      return ["range": range(of: place, in: document.text), "newText": .string(edit.text)]
    }
    return ["changes": JSONValue(members: [(document.uri, .array(list))])]
  }

  private func renaming(_ document: OpenDocument, to name: String) -> JSONValue {
    let target = document.path.removingLastComponent().appending(name)
    let change: JSONValue = [
      "kind": "rename", "oldUri": .string(document.uri), "newUri": .string(FileURI.uri(target)),
    ]
    return ["documentChanges": .array([change])]
  }
}

extension Finding.Edit {
  /// Whether both change the same place, or put something there.
  fileprivate func overlaps(_ other: Finding.Edit) -> Bool {
    start == other.start || start < other.end && other.start < end
  }
}
