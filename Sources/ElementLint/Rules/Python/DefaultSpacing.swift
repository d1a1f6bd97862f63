import Diagnostics
import PythonSyntax

/// Flags blanks around the `=` of keywords and defaults, and their lack behind an annotation;
/// pycodestyle's `E251` and `E252`.
struct DefaultSpacing: LogicalLineRule {
  static let metadata: [RuleMetadata] = [
    .python(
      "E251", "blank-around-default",
      "`name=value` in a call or a list of parameters is no assignment, and looks like none.",
      flagged: ["f(x«» =«» 1)\n"], accepted: ["f(x=1)\n"]),
    .python(
      "E252", "missing-blank-around-default",
      "Behind an annotation, blanks keep the default apart from the type.",
      flagged: ["def f(x: int«»=«»1):\n    pass\n"], accepted: ["def f(x: int = 1):\n    pass\n"]),
  ]

  func check(_ line: LogicalLine, of python: LintedPython, _ report: inout PythonReport) {
    var walk = DefaultWalk(
      isFunction: python.ask(line) { $0.startsFunction },
      isGeneric: python.ask(line) { $0.startsGeneric })
    for index in line.tokens {
      let token = python.logical.tokens[index]
      guard token.kind != .blankNewline else { continue }
      walk.step(to: token, &report)
    }
  }
}

/// Follows brackets and annotations.
private struct DefaultWalk {
  private let isFunction: Bool
  private let isGeneric: Bool
  private var brackets = [PythonToken.Kind]()
  private var isAnnotated = false
  private var wantsBlank: Bool?
  private var previous: PlacedToken?

  init(isFunction: Bool, isGeneric: Bool) {
    self.isFunction = isFunction
    self.isGeneric = isGeneric
  }

  mutating func step(to token: PlacedToken, _ report: inout PythonReport) {
    if let wanted = wantsBlank { compare(wanted, token, &report) }
    wantsBlank = nil
    if token.kind.isOperator { follow(token, &report) }
    previous = token
  }

  private func compare(_ wanted: Bool, _ token: PlacedToken, _ report: inout PythonReport) {
    guard let previous, (token.start != previous.end) != wanted else { return }
    report.add(
      wanted ? "E252" : "E251", at: previous.endPlace,
      wanted
        ? "missing whitespace around parameter equals"
        : "unexpected spaces around keyword / parameter equals")
  }

  private mutating func follow(_ token: PlacedToken, _ report: inout PythonReport) {
    switch token.kind {
    case .leftParen, .leftBracket: brackets.append(token.kind)
    case .rightParen, .rightBracket: _ = brackets.popLast()
    case .colon where isFunction && isInOuter(.leftParen): isAnnotated = true
    case .comma where brackets.count == 1: isAnnotated = false
    case .equal where !brackets.isEmpty:
      let wanted =
        isGeneric && isInOuter(.leftBracket) || isAnnotated && isInOuter(.leftParen)
      compare(wanted, token, &report)
      wantsBlank = wanted
    default: break
    }
    if brackets.isEmpty { isAnnotated = false }
  }

  /// Whether the only bracket around is of this kind.
  private func isInOuter(_ kind: PythonToken.Kind) -> Bool {
    brackets.count == 1 && brackets[0] == kind
  }
}
