/// The names of one file, each kept once.
///
/// Open addressing over the bytes of all names: a source mentions a name in every other token, and
/// a `String` for each would cost more than parsing.
package struct PythonSymbolTable: Sendable {
  private var pool: [UInt8] = []
  private var ends: [UInt32] = [0]
  private var hashes: [UInt32] = [0]
  private var slots = [UInt32](repeating: 0, count: 256)

  /// How many names there are, the empty one included.
  package var count: Int { ends.count }

  /// The symbol for a name.
  package mutating func intern(_ name: String) -> PythonSymbol {
    let bytes = Array(name.utf8)
    return intern(bytes, 0..<bytes.count)
  }

  /// The symbol for the name that the bytes of a range spell.
  mutating func intern(_ bytes: [UInt8], _ range: Range<Int>) -> PythonSymbol {
    guard !range.isEmpty else { return .none }
    let hash = Self.hash(bytes, range)
    var slot = Int(hash) & (slots.count - 1)
    while slots[slot] != 0 {
      let known = Int(slots[slot])
      if hashes[known] == hash, isSpelt(known, bytes, range) {
        return PythonSymbol(index: UInt32(known))
      }
      slot = (slot + 1) & (slots.count - 1)
    }
    slots[slot] = UInt32(ends.count)
    return append(bytes, range, hash)
  }

  /// The bytes of a name.
  package func bytes(of symbol: PythonSymbol) -> ArraySlice<UInt8> {
    pool[range(of: Int(symbol.index))]
  }

  /// The beginning of a name as text.
  func text(of symbol: PythonSymbol, clippedTo length: Int) -> String {
    String(decoding: bytes(of: symbol).prefix(length), as: UTF8.self)
  }

  /// A name as text.
  package func text(of symbol: PythonSymbol) -> String {
    String(decoding: bytes(of: symbol), as: UTF8.self)
  }

  private static func hash(_ bytes: [UInt8], _ range: Range<Int>) -> UInt32 {
    var hash: UInt32 = 2_166_136_261
    for index in range { hash = (hash ^ UInt32(bytes[index])) &* 16_777_619 }
    return hash ^ (hash >> 15)
  }

  private func isSpelt(_ known: Int, _ bytes: [UInt8], _ range: Range<Int>) -> Bool {
    let place = self.range(of: known)
    guard place.count == range.count else { return false }
    var other = place.lowerBound
    for index in range {
      guard bytes[index] == pool[other] else { return false }
      other += 1
    }
    return true
  }

  private mutating func append(
    _ bytes: [UInt8], _ range: Range<Int>, _ hash: UInt32
  ) -> PythonSymbol {
    pool.append(contentsOf: bytes[range])
    ends.append(UInt32(pool.count))
    hashes.append(hash)
    if ends.count * 2 > slots.count { grow() }
    return PythonSymbol(index: UInt32(ends.count - 1))
  }

  private func range(of index: Int) -> Range<Int> {
    guard index > 0, index < ends.count else { return 0..<0 }
    return Int(ends[index - 1])..<Int(ends[index])
  }

  private mutating func grow() {
    slots = [UInt32](repeating: 0, count: slots.count * 2)
    for index in 1..<ends.count {
      var slot = Int(hashes[index]) & (slots.count - 1)
      while slots[slot] != 0 { slot = (slot + 1) & (slots.count - 1) }
      slots[slot] = UInt32(index)
    }
  }
}
