import Diagnostics

/// A plain list for content: each pattern must be met by some line, or by none when it is negated.
///
/// Not a keyed matcher: a list means this only at the top of an attribute that is read by lines.
struct LinePatterns: Matcher {
  private let patterns: [LinePattern]

  init(_ node: LocatedNode, name: String) throws(InputError) {
    var patterns: [LinePattern] = []
    for element in try node.sequence(name) {
      guard element.isScalar else {
        throw element.error(
          "a pattern of `\(name)` must be a string, not a \(element.kindName)",
          hint: "write `\(name): {and: […]}` to use matchers")
      }
      patterns.append(try LinePattern(element))
    }
    self.patterns = patterns
  }

  func accepts(_ value: AttributeValue) -> Bool { shortcomings(of: value).isEmpty }

  func shortcomings(of value: AttributeValue) -> [String] {
    let lines = value.text.lines(omittingLastEmpty: true)
    return patterns.compactMap { $0.shortcoming(of: lines) }
  }

  var description: String { patterns.map(\.description).joined(separator: ", ") }
}
