/// A string for the `%` operator, cut into its placeholders.
///
/// Python Standard Library, "printf-style String Formatting".
struct PercentFormat {
  struct Placeholder {
    /// What is in parentheses.
    var key: String?
    /// How many of width and precision are `*`.
    var stars = 0
    var conversion: Unicode.Scalar
  }

  /// The placeholders; nil when the last one is not complete.
  let placeholders: [Placeholder]?

  init(_ text: String) {
    var scanner = Scanner(rest: text.unicodeScalars[...])
    var found: [Placeholder] = []
    while scanner.skipToPercent() {
      guard let placeholder = scanner.placeholder() else {
        placeholders = nil
        return
      }
      found.append(placeholder)
    }
    placeholders = found
  }

  private struct Scanner {
    var rest: Substring.UnicodeScalarView

    /// Goes behind the next `%`; whether there is one.
    mutating func skipToPercent() -> Bool {
      guard let percent = rest.firstIndex(of: "%") else { return false }
      rest = rest[rest.index(after: percent)...]
      return true
    }

    mutating func placeholder() -> Placeholder? {
      let key = key()
      skip { "#0+ -".unicodeScalars.contains($0) }
      var stars = starOrDigits()
      if rest.first == "." {
        rest.removeFirst()
        stars += starOrDigits()
      }
      if let length = rest.first, "hlL".unicodeScalars.contains(length) { rest.removeFirst() }
      guard let conversion = rest.popFirst() else { return nil }
      return Placeholder(key: key, stars: stars, conversion: conversion)
    }

    private mutating func key() -> String? {
      guard rest.first == "(" else { return nil }
      let inner = rest.dropFirst()
      guard let end = inner.firstIndex(where: { $0 == "(" || $0 == ")" }), inner[end] == ")" else {
        return nil
      }
      rest = rest[rest.index(after: end)...]
      return String(inner[..<end])
    }

    private mutating func starOrDigits() -> Int {
      if rest.first == "*" {
        rest.removeFirst()
        return 1
      }
      skip { $0.properties.numericType == .decimal }
      return 0
    }

    private mutating func skip(while isSkipped: (Unicode.Scalar) -> Bool) {
      while let first = rest.first, isSkipped(first) { rest.removeFirst() }
    }
  }
}
