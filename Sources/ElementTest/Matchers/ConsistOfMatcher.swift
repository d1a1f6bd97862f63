import Diagnostics

/// `consist-of`: these elements and no others, in any order.
struct ConsistOfMatcher: KeyedMatcher {
  static let keys = ["consist-of"]

  private let matchers: [any Matcher]

  init(key: String, argument: LocatedNode) throws(InputError) {
    matchers = try argument.matchers(key)
  }

  func accepts(_ value: AttributeValue) -> Bool { shortcomings(of: value).isEmpty }

  func shortcomings(of value: AttributeValue) -> [String] {
    let elements = value.elements
    let assignment = ElementAssignment(of: matchers, to: elements)
    return assignment.unassignedMatchers.map { "there is no element \(matchers[$0])" }
      + assignment.unassignedElements.map { "\(elements[$0].quoted) is too much" }
  }

  var description: String { "in any order exactly \(matchers.listed)" }
}
