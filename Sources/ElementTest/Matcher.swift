import Diagnostics

/// What an attribute must be. Its description completes "expected …".
package protocol Matcher: Sendable, CustomStringConvertible {
  func accepts(_ value: AttributeValue) -> Bool

  /// The parts of the expectation that the value does not meet, one clause each; empty where the
  /// expectation has no parts.
  func shortcomings(of value: AttributeValue) -> [String]

  /// The whole text the value must be, where it must be exactly one, to show a difference.
  var exactText: String? { get }
}

extension Matcher {
  package func shortcomings(of value: AttributeValue) -> [String] { [] }
  package var exactText: String? { nil }
}

/// A matcher that is written as a mapping with one key, such as `have-prefix: /usr`.
protocol KeyedMatcher: Matcher {
  static var keys: [String] { get }

  /// The matcher that `key`, one of `keys`, makes of its argument.
  init(key: String, argument: LocatedNode) throws(InputError)
}

/// All keyed matchers.
enum MatcherRegistry {
  static let all: [any KeyedMatcher.Type] = [
    CombinedMatcher.self,
    ConsistOfMatcher.self,
    ElementsMatcher.self,
    EqualMatcher.self,
    ExpressionMatcher.self,
    LengthMatcher.self,
    NumberMatcher.self,
    TextMatcher.self,
  ]

  static let keys = all.flatMap { $0.keys }

  static func matcher(for key: String) -> (any KeyedMatcher.Type)? {
    all.first { $0.keys.contains(key) }
  }
}

extension LocatedNode {
  /// The matcher that this node of a gossfile stands for.
  package func matcher() throws(InputError) -> any Matcher {
    if isSequence { return try ElementsMatcher(key: "contain-elements", argument: self) }
    guard isMapping else { return try ValueMatcher(self) }
    let pairs = try mapping("matcher")
    guard pairs.count == 1, let pair = pairs.first else {
      throw error(
        "a matcher is a mapping with one key, not \(pairs.count)",
        hint: "join several matchers with `and` or `or`")
    }
    guard let matcher = MatcherRegistry.matcher(for: pair.name) else {
      throw pair.key.unknown("matcher", knowing: MatcherRegistry.keys)
    }
    return try matcher.init(key: pair.name, argument: pair.value)
  }

  /// The matchers that the elements of a list stand for.
  func matchers(_ name: String) throws(InputError) -> [any Matcher] {
    var matchers: [any Matcher] = []
    for node in try sequence(name) { matchers.append(try node.matcher()) }
    return matchers
  }

  func regularExpression(_ pattern: String) throws(InputError) -> RegularExpression {
    do {
      return try RegularExpression(pattern)
    } catch {
      throw self.error(
        "`\(pattern)` is no valid regular expression: \(error.reason)",
        hint: "escape characters that stand for themselves with `\\`")
    }
  }
}
