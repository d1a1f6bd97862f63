import Diagnostics

/// `gt`, `ge`, `lt`, `le`: comparison of numbers.
struct NumberMatcher: KeyedMatcher {
  static let keys = ["gt", "ge", "lt", "le"]

  private let relation: Relation
  private let limit: Double
  private let text: String

  private enum Relation: String {
    case greater = "gt"
    case greaterOrEqual = "ge"
    case less = "lt"
    case lessOrEqual = "le"
  }

  init(key: String, argument: LocatedNode) throws(InputError) {
    guard let limit = argument.numberValue else {
      throw argument.error(wanting: "a number", for: key)
    }
    relation = Relation(rawValue: key) ?? .greater
    self.limit = limit
    text = argument.text ?? ""
  }

  func accepts(_ value: AttributeValue) -> Bool {
    guard let number = value.number else { return false }
    return switch relation {
    case .greater: number > limit
    case .greaterOrEqual: number >= limit
    case .less: number < limit
    case .lessOrEqual: number <= limit
    }
  }

  var description: String {
    switch relation {
    case .greater: "more than \(text)"
    case .greaterOrEqual: "at least \(text)"
    case .less: "less than \(text)"
    case .lessOrEqual: "at most \(text)"
    }
  }
}
