import Diagnostics
import PythonSyntax

/// Flags the names `l`, `O` and `I` where they are bound; pycodestyle's `E741` to `E743`.
struct AmbiguousName: LogicalLineRule {
  static let metadata: [RuleMetadata] = [
    .python(
      "E741", "ambiguous-variable",
      "In many typefaces `l`, `O` and `I` cannot be told from `1` and `0`.",
      flagged: ["«»l = 1\n", "f = max(map(lambda «»O: O, x))\n", "for «»I in x:\n    pass\n"],
      accepted: ["length = 1\n", "f(l=1)\n"]),
    .python(
      "E742", "ambiguous-class", "In many typefaces the name looks like a digit.",
      flagged: ["class «»I:\n    pass\n"], accepted: ["class Item:\n    pass\n"]),
    .python(
      "E743", "ambiguous-function", "In many typefaces the name looks like a digit.",
      flagged: ["def «»l():\n    pass\n"], accepted: ["def length():\n    pass\n"]),
  ]

  func check(_ line: LogicalLine, of python: LintedPython, _ report: inout PythonReport) {
    var walk = BindingWalk(python)
    for index in line.tokens.dropFirst() {
      walk.step(to: index, end: line.tokens.upperBound, &report)
    }
  }
}

/// Follows the tokens of a line, and what parameter list they are in.
private struct BindingWalk {
  private let python: LintedPython
  private var depth = 0
  /// How many brackets were open at `def` or `lambda`.
  private var functionDepth: Int?
  private var hasLeftParameters = false

  init(_ python: LintedPython) { self.python = python }

  mutating func step(to index: Int, end: Int, _ report: inout PythonReport) {
    let previous = python.logical.tokens[index - 1]
    let token = python.logical.tokens[index]
    follow(token, behind: previous.kind)
    if let bound = bound(token, previous, next: index + 1 < end ? index + 1 : nil) {
      let name = python.source.text(bound.range)
      report.add("E741", at: bound.place, "ambiguous variable name '\(name)'")
    }
    guard previous.kind == .classKeyword || previous.kind == .defKeyword else { return }
    guard python.isAmbiguous(token) else { return }
    let isClass = previous.kind == .classKeyword
    let name = python.source.text(token.range)
    report.add(
      isClass ? "E742" : "E743", at: token.place,
      "ambiguous \(isClass ? "class" : "function") definition '\(name)'")
  }

  private mutating func follow(_ token: PlacedToken, behind previous: PythonToken.Kind) {
    if previous == .defKeyword || previous == .lambdaKeyword {
      functionDepth = depth
      hasLeftParameters = false
    } else if token.kind == .colon, functionDepth == depth {
      hasLeftParameters = true
    }
    // Tokens without text count as brackets in pycodestyle.
    if token.kind.isOpening || token.start == token.end {
      depth += 1
    } else if token.kind.isClosing {
      depth -= 1
    }
  }

  /// The token that is an ambiguous name and bound here.
  private func bound(_ token: PlacedToken, _ previous: PlacedToken, next: Int?) -> PlacedToken? {
    if isParameter(token, behind: previous.kind, next: next) { return token }
    switch previous.kind {
    case .asKeyword, .forKeyword, .globalKeyword, .nonlocalKeyword:
      if python.isAmbiguous(token) { return token }
    default: break
    }
    let isAssignment = token.kind == .colonEqual || token.kind == .equal && depth == 0
    return isAssignment && python.isAmbiguous(previous) ? previous : nil
  }

  private func isParameter(
    _ token: PlacedToken, behind previous: PythonToken.Kind, next: Int?
  ) -> Bool {
    guard functionDepth != nil, !hasLeftParameters, python.isAmbiguous(token) else { return false }
    switch previous {
    case .lambdaKeyword, .comma, .star, .doubleStar, .leftParen: break
    default: return false
    }
    guard let next = next.map({ python.logical.tokens[$0] }) else { return false }
    switch next.kind {
    case .colon, .comma, .equal, .rightParen: return true
    default: return next.start == next.end
    }
  }
}

extension LintedPython {
  fileprivate func isAmbiguous(_ token: PlacedToken) -> Bool {
    guard token.kind == .name, token.end == token.start + 1 else { return false }
    return [UInt8(ascii: "l"), UInt8(ascii: "O"), UInt8(ascii: "I")]
      .contains(source.bytes[token.start])
  }
}
