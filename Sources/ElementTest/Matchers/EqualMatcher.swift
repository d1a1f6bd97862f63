import Diagnostics

/// `equal`: a plain value, or a list with exactly these elements in this order.
struct EqualMatcher: KeyedMatcher {
  static let keys = ["equal"]

  private let expected: Expected

  private enum Expected {
    case value(ValueMatcher)
    case elements([any Matcher])
  }

  init(key: String, argument: LocatedNode) throws(InputError) {
    guard argument.isSequence else {
      expected = .value(try ValueMatcher(argument))
      return
    }
    expected = .elements(try argument.matchers(key))
  }

  func accepts(_ value: AttributeValue) -> Bool {
    switch expected {
    case .value(let matcher):
      return matcher.accepts(value)
    case .elements(let matchers):
      let elements = value.elements
      return elements.count == matchers.count
        && zip(matchers, elements).allSatisfy { $0.accepts(.text($1)) }
    }
  }

  var exactText: String? {
    if case .value(let matcher) = expected { matcher.exactText } else { nil }
  }

  var description: String {
    switch expected {
    case .value(let matcher): matcher.description
    case .elements(let matchers): "exactly \(matchers.listed)"
    }
  }
}
