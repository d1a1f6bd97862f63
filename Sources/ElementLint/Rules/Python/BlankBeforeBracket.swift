import Diagnostics
import PythonSyntax

/// Flags blanks before the brackets of calls and subscripts; pycodestyle's `E211`.
struct BlankBeforeBracket: LogicalLineRule {
  static let metadata: [RuleMetadata] = [
    .python(
      "E211", "blank-before-bracket", "A call is its name and, right behind it, its arguments.",
      flagged: ["f«» (x)\n"], accepted: ["f(x)\n", "class A (B):\n    pass\n", "return (x)\n"])
  ]

  func check(_ line: LogicalLine, of python: LintedPython, _ report: inout PythonReport) {
    let tokens = python.logical.tokens
    for index in line.tokens.dropFirst() {
      let bracket = tokens[index]
      guard bracket.kind == .leftParen || bracket.kind == .leftBracket else { continue }
      let previous = tokens[index - 1]
      guard bracket.start != previous.end, python.source.canBeCalled(previous),
        index - line.tokens.lowerBound < 2 || tokens[index - 2].kind != .classKeyword
      else { continue }
      let text = python.source.text(bracket.range)
      report.add("E211", at: previous.endPlace, "whitespace before '\(text)'")
    }
  }
}

extension PythonSource {
  fileprivate func canBeCalled(_ token: PlacedToken) -> Bool {
    switch token.kind {
    case .name: !isSoftKeyword(token) || isWord("type", token)
    case .formattedMiddle, .templateMiddle: token.start == token.end
    default: token.kind.isClosing
    }
  }
}
