import Diagnostics

/// `match-regexp`: a text in which the expression occurs.
struct ExpressionMatcher: KeyedMatcher {
  static let keys = ["match-regexp"]

  private let expression: RegularExpression

  init(key: String, argument: LocatedNode) throws(InputError) {
    expression = try argument.regularExpression(try argument.scalarText(key))
  }

  func accepts(_ value: AttributeValue) -> Bool { expression.matches(value.text) }

  var description: String { "a text that matches /\(expression.pattern)/" }
}
