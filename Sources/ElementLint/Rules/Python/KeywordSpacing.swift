import Diagnostics
import PythonSyntax

/// Flags keywords right before something else; pycodestyle's `E275`.
struct KeywordSpacing: LogicalLineRule {
  static let metadata: [RuleMetadata] = [
    .python(
      "E275", "missing-blank-behind-keyword", "A keyword is no function: a blank follows it.",
      flagged: ["if not«»(x):\n    pass\n"], accepted: ["if not (x):\n    pass\n"])
  ]

  func check(_ line: LogicalLine, of python: LintedPython, _ report: inout PythonReport) {
    for index in line.tokens.dropLast() {
      let keyword = python.logical.tokens[index]
      guard keyword.kind.isKeyword, !keyword.kind.isSingleton else { continue }
      let next = python.logical.tokens[index + 1]
      guard next.start == keyword.end, !isUsual(next, behind: keyword.kind) else { continue }
      report.add("E275", at: keyword.endPlace, "missing whitespace after keyword")
    }
  }

  private func isUsual(_ next: PlacedToken, behind keyword: PythonToken.Kind) -> Bool {
    switch next.kind {
    case .colon, .newline, .blankNewline: true
    case .star: keyword == .exceptKeyword
    case .rightParen: keyword == .yieldKeyword
    default: next.start == next.end
    }
  }
}
