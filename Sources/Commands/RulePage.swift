import Diagnostics
import ElementLint

/// What `tie-check explain` prints: why the rule is there, examples, how to silence it.
struct RulePage {
  let rule: RuleMetadata

  init(_ rule: RuleMetadata) { self.rule = rule }

  /// The page.
  var text: String {
    let remark = rule.isOptIn ? ", off unless selected" : ""
    let title =
      "\(rule.code) \(rule.name) (\(rule.severity.rawValue)\(remark), since \(rule.since))"
    let sections =
      [title, rule.rationale]
      + examples(rule.flagged, "Flagged, at the place between « and »:")
      + examples(rule.accepted, "Accepted:")
      + [suppression]
    return sections.joined(separator: "\n\n") + "\n"
  }

  private func examples(_ examples: [RuleExample], _ title: String) -> [String] {
    examples.isEmpty ? [] : [title] + examples.map(text)
  }

  private func text(_ example: RuleExample) -> String {
    example.files.map { path, content in "    \(path)\(remark(content))\n\(body(content))" }
      .joined(separator: "\n")
  }

  func remark(_ content: ExampleFile) -> String {
    switch content {
    case .text, .gitIndex: ":"
    case .executable: " (executable):"
    case .latin1: " (in Latin-1):"
    case .link(let target): " → \(target)"
    }
  }

  private func body(_ content: ExampleFile) -> String {
    lines(of: content).map { "    | \($0)" }.joined(separator: "\n")
  }

  /// The lines of a file, fit to be shown.
  func lines(of content: ExampleFile) -> [String] {
    switch content {
    case .text(let text), .executable(let text), .latin1(let text):
      text.split(separator: "\n", omittingEmptySubsequences: false)
        .dropLast(text.hasSuffix("\n") ? 1 : 0).map(printable)
    case .gitIndex(let executable, let other):
      executable.map { "100755 \($0)" } + other.map { "100644 \($0)" }
    case .link: []
    }
  }

  /// Control characters in examples are the point of them, so they are shown.
  private func printable(_ line: Substring) -> String {
    line.unicodeScalars.map { scalar in
      scalar.properties.generalCategory == .control || scalar == "\u{FEFF}"
        ? scalar.escaped(asASCII: true) : String(scalar)
    }.joined()
  }

  /// How to silence the rule.
  var suppression: String {
    let comment = "    # tie-check: disable=\(rule.name)"
    let ignoring = "leave the rule out with `--ignore \(rule.name)`."
    let commentless = "Where there are no comments, as in JSON and `element-deps`, \(ignoring)"
    switch rule.suppression {
    case .line:
      let file = "Alone at the top of a file, the comment holds for the file."
      return "To allow it on one line, end the line with\n\n\(comment)\n\n"
        + "\(file)\(foreign) \(commentless)"
    case .file:
      let place = "on a line of its own at the top, below `#!` if there is one."
      return "To allow it in a file, put\n\n\(comment)\n\n\(place)\(foreign) \(commentless)"
    case .none: return "No comment can allow it: \(ignoring)"
    }
  }

  /// The comments of other linters that silence the rule.
  private var foreign: String {
    let comments = rule.legacyNames.map { "`# dib-lint: disable=\($0)`" }
    return comments.isEmpty ? "" : " \(comments.joined(separator: " or ")) is understood too."
  }
}
