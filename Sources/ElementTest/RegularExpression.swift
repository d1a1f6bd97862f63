/// A regular expression of a gossfile, compiled once to know that it is valid.
///
/// Goss reads RE2's syntax, Swift's engine a superset of PCRE's: look-around and back-references
/// work here and fail there, and a class named by one letter must be braced (`\p{L}`, not `\pL`).
/// Matching is by Unicode scalar in both.
package struct RegularExpression: Sendable, Hashable {
  package let pattern: String

  /// - Throws: `SyntaxError` with the engine's reason.
  package init(_ pattern: String) throws(SyntaxError) {
    do {
      _ = try Regex(pattern)
    } catch {
      throw SyntaxError(reason: "\(error)")
    }
    self.pattern = pattern
  }

  /// What is wrong with a pattern.
  package struct SyntaxError: Error, Equatable {
    package let reason: String
  }

  package func matches(_ text: String) -> Bool { firstMatch(among: [text[...]]) != nil }

  /// The index of the first text in which the expression occurs.
  func firstMatch(among texts: [Substring]) -> Int? {
    // `Regex` is not `Sendable`, hence no stored one.
    guard let regex = try? Regex(pattern).matchingSemantics(.unicodeScalar) else { return nil }
    return texts.firstIndex { ((try? regex.firstMatch(in: $0)) ?? nil) != nil }
  }
}
