extension Duration {
  /// A duration such as `500ms`, `90s`, `10m` or `1h30m`; a bare number means seconds. Nil for
  /// anything else, for no time at all, and for more than a year.
  package init?(text: String) {
    // Sums of larger numbers might not fit.
    guard text.utf8.count < 20 else { return nil }
    var rest = (text.allSatisfy(\.isNumber) ? text + "s" : text)[...]
    var total = Duration.zero
    while !rest.isEmpty {
      let digits = rest.prefix { $0.isASCII && $0.isNumber }
      let unit = rest.dropFirst(digits.count).prefix { !$0.isNumber }
      guard digits.count < 10, let count = Int(digits), let length = Self.units[String(unit)] else {
        return nil
      }
      total += length * count
      rest = rest.dropFirst(digits.count + unit.count)
    }
    guard total > .zero, total <= .seconds(365 * 86_400) else { return nil }
    self = total
  }

  private static let units: [String: Duration] = [
    "ms": .milliseconds(1), "s": .seconds(1), "m": .seconds(60), "h": .seconds(3600),
  ]
}
