/// A set of ASCII characters that is tested without a branch.
struct ByteSet {
  private var low: UInt64 = 0
  private var high: UInt64 = 0

  init(_ members: StaticString) {
    members.withUTF8Buffer { buffer in
      for byte in buffer { insert(byte) }
    }
  }

  private mutating func insert(_ byte: UInt8) {
    if byte < 64 { low |= 1 << UInt64(byte) } else { high |= 1 << UInt64(byte & 63) }
  }

  @inline(__always)
  func contains(_ byte: UInt8) -> Bool {
    let half = byte < 64 ? low : high
    return byte < 0x80 && (half >> UInt64(byte & 63)) & 1 == 1
  }
}
