import Diagnostics

/// A plain list, `contain-elements` and `contain-element`: each matcher has an element of its own.
struct ElementsMatcher: KeyedMatcher {
  static let keys = ["contain-element", "contain-elements"]

  private let matchers: [any Matcher]

  init(key: String, argument: LocatedNode) throws(InputError) {
    matchers = key == "contain-element" ? [try argument.matcher()] : try argument.matchers(key)
  }

  func accepts(_ value: AttributeValue) -> Bool { unassigned(in: value.elements).isEmpty }

  func shortcomings(of value: AttributeValue) -> [String] {
    unassigned(in: value.elements).map { "there is no element \(matchers[$0])" }
  }

  private func unassigned(in elements: [String]) -> [Int] {
    ElementAssignment(of: matchers, to: elements).unassignedMatchers
  }

  var description: String { "a list with \(matchers.listed)" }
}

extension [any Matcher] {
  /// The descriptions as a list in brackets.
  var listed: String { "[\(map(\.description).joined(separator: ", "))]" }
}
