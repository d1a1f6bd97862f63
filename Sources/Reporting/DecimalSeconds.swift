extension Duration {
  /// Seconds with three decimals and a point in every locale, `12.345`; never negative, since the
  /// strict JUnit readers refuse a sign and an exponent.
  package var decimalSeconds: String {
    let (seconds, attoseconds) = components
    let rounded = seconds * 1000 + (attoseconds + 500_000_000_000_000) / 1_000_000_000_000_000
    let milliseconds = max(0, rounded)
    return "\(milliseconds / 1000).\(zeroPadded(Int(milliseconds % 1000), 3))"
  }
}

/// A number with at least `width` digits.
func zeroPadded(_ number: Int, _ width: Int) -> String {
  let digits = String(number)
  return String(repeating: "0", count: max(0, width - digits.count)) + digits
}
