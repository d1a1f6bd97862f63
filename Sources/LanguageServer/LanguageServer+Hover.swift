import Diagnostics
import Documents
import ElementLint
import Reporting

extension LanguageServer {
  /// The pages of the rules that found something at a place.
  func hover(_ parameters: DocumentNode?) throws -> JSONValue {
    let document = try document(parameters)
    let place = try position(parameters?["position"], in: document.text)
    let found = document.findings(from: place, to: place)
    let rules = found.map(\.rule.rawValue).reduce(into: [String]()) { codes, code in
      if !codes.contains(code) { codes.append(code) }
    }
    let pages = rules.compactMap { try? RuleCatalog.rule($0) }.map(source.page)
    guard let first = found.first, !pages.isEmpty else { return .null }
    return [
      "contents": ["kind": "markdown", "value": .string(pages.joined(separator: "\n---\n\n"))],
      "range": range(of: first.location, in: document.text),
    ]
  }

  /// The place that a `Position` means.
  func position(_ node: DocumentNode?, in text: SourceText) throws(Refusal) -> SourcePosition {
    guard let line = node?["line"]?.integer, let character = node?["character"]?.integer else {
      throw Refusal(code: .invalidParameters, text: "the position is missing")
    }
    return encoding.decode(line: line, character: character, in: text)
  }
}
