/// A globally unique identifier, as GPT stores it.
struct GUID: Sendable, Equatable {
  /// The first three fields with the lowest byte first.
  let bytes: [UInt8]

  /// Parses the form with 32 hexadecimal digits in five groups.
  init?(parsing text: String) {
    let groups = text.split(separator: "-", omittingEmptySubsequences: false)
    guard groups.map(\.count) == [8, 4, 4, 4, 12] else { return nil }
    let digits = Array(groups.joined())
    let parsed = stride(from: 0, to: 32, by: 2).map {
      UInt8(String(digits[$0..<$0 + 2]), radix: 16)
    }
    guard parsed.allSatisfy({ $0 != nil }) else { return nil }
    let plain = parsed.compactMap(\.self)
    bytes =
      plain[0..<4].reversed() + plain[4..<6].reversed() + plain[6..<8].reversed() + plain[8...]
  }

  /// A random one, of version 4.
  init(using generator: inout some RandomNumberGenerator) {
    var bytes = (0..<16).map { _ in UInt8.random(in: 0...255, using: &generator) }
    bytes[7] = bytes[7] & 0x0F | 0x40
    bytes[8] = bytes[8] & 0x3F | 0x80
    self.bytes = bytes
  }
}
