import Diagnostics
import PythonSyntax

/// Flags lines that are broken at a binary operator; pycodestyle's `W503` and `W504`.
struct BreakAtOperator: LogicalLineRule {
  static let metadata: [RuleMetadata] = [
    .python(
      "W503", "break-before-operator",
      """
      One of the two ways to break an expression, for projects that want the operator at the end of
      the line. It contradicts `break-after-operator`.
      """,
      flagged: ["x = (1\n     «»+ 2)\n"], accepted: ["x = (1 +\n     2)\n"], severity: .info,
      isOptIn: true),
    .python(
      "W504", "break-after-operator",
      """
      One of the two ways to break an expression, for projects that want the operator at the start
      of the line. It contradicts `break-before-operator`.
      """,
      flagged: ["x = (1 «»+\n     2)\n"], accepted: ["x = (1\n     + 2)\n"], severity: .info,
      isOptIn: true),
  ]

  func check(_ line: LogicalLine, of python: LintedPython, _ report: inout PythonReport) {
    guard report.wants("W503") || report.wants("W504") else { return }
    var previous: PlacedToken?
    var isBroken = false
    var isUnary = true
    for index in line.tokens {
      let token = python.logical.tokens[index]
      guard token.kind != .comment else { continue }
      guard !python.breaksLine(token) else {
        isBroken = true
        continue
      }
      if isBroken, !isUnary, let previous {
        let isBefore = token.kind.isBreakable
        let isAfter = previous.kind.isBreakable
        if isBefore, !isAfter {
          report.add("W503", at: token.place, "line break before binary operator")
        } else if isAfter, !isBefore {
          report.add("W504", at: previous.place, "line break after binary operator")
        }
      }
      isUnary = token.kind.precedesUnary || token.start == token.end
      isBroken = false
      previous = token
    }
  }
}

extension LintedPython {
  /// Whether the token holds a line end; strings that do are no breaks.
  fileprivate func breaksLine(_ token: PlacedToken) -> Bool {
    switch token.kind {
    case .newline, .blankNewline: !isImplied(token)
    case .formattedMiddle, .templateMiddle: token.line < token.endLine
    default: false
    }
  }

  /// Whether the line end is not in the file.
  private func isImplied(_ token: PlacedToken) -> Bool {
    !source.hasFinalNewline && token.end == source.bytes.count
  }
}

extension PythonToken.Kind {
  /// Whether pycodestyle takes it for a binary operator at which lines are broken.
  fileprivate var isBreakable: Bool {
    if self == .andKeyword || self == .orKeyword { return true }
    guard isOperator, !isOpening, !isClosing else { return false }
    switch self {
    case .comma, .colon, .dot, .semicolon, .at, .equal, .percent, .tilde, .ellipsis: return false
    default: return true
    }
  }

  fileprivate var precedesUnary: Bool { isOpening || self == .comma || self == .semicolon }
}
