/// A size as block-device files write it: `8MiB`, `40G`, `550 MiB`, `100%`.
package enum VolumeSize: Hashable, Sendable {
  case bytes(Int)
  /// Of what is still free.
  case percent(Double)

  /// Nothing for a text that is no size. `M` and its kin are decimal, case matters, and a unit alone
  /// means one of it; fractions of bytes are cut off.
  package init?(parsing text: String) {
    let number = text.prefix { $0.isNumber || $0 == "." }
    let unit = text[number.endIndex...].drop { $0 == " " }
    guard let value = number.isEmpty ? 1 : Double(number) else { return nil }
    if unit == "%" {
      guard !number.isEmpty else { return nil }
      self = .percent(value)
    } else {
      guard !(number.isEmpty && unit.isEmpty), let factor = Self.factors[String(unit)],
        let bytes = Int(exactly: (value * factor).rounded(.towardZero))
      else { return nil }
      self = .bytes(bytes)
    }
  }

  private static let factors: [String: Double] = [
    "": 1, "B": 1,
    "K": 1e3, "KB": 1e3, "M": 1e6, "MB": 1e6, "G": 1e9, "GB": 1e9, "T": 1e12, "TB": 1e12,
    "KiB": 0x1p10, "MiB": 0x1p20, "GiB": 0x1p30, "TiB": 0x1p40,
  ]
}
