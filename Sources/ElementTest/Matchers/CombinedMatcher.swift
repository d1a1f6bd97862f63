import Diagnostics

/// `and`, `or`, `not`: matchers made of matchers.
struct CombinedMatcher: KeyedMatcher {
  static let keys = ["and", "or", "not"]

  private let junction: Junction
  private let matchers: [any Matcher]

  private enum Junction: String {
    case and, or, not
  }

  init(key: String, argument: LocatedNode) throws(InputError) {
    junction = Junction(rawValue: key) ?? .and
    matchers = key == "not" ? [try argument.matcher()] : try argument.matchers(key)
  }

  func accepts(_ value: AttributeValue) -> Bool {
    switch junction {
    case .and: matchers.allSatisfy { $0.accepts(value) }
    case .or: matchers.contains { $0.accepts(value) }
    case .not: !matchers.contains { $0.accepts(value) }
    }
  }

  func shortcomings(of value: AttributeValue) -> [String] {
    guard junction == .and else { return [] }
    return matchers.filter { !$0.accepts(value) }.map { "it is not \($0)" }
  }

  var description: String {
    switch junction {
    case .and: matchers.map(\.description).joined(separator: " and ")
    case .or: matchers.map(\.description).joined(separator: " or ")
    case .not: "anything but \(matchers.map(\.description).joined())"
    }
  }
}
