import SystemPackage

/// Reads the entries of a git index of version 2, 3 or 4 with SHA-1 names.
///
/// gitformat-index(5).
struct GitIndexParser {
  private let bytes: [UInt8]
  private let version: Int
  private let count: Int
  private var place = 12
  /// The path of the last entry; in version 4 the next one says how much of it stays.
  private var path: [UInt8] = []

  /// A parser for the bytes of an index; nothing when they are none.
  init?(_ bytes: [UInt8]) {
    guard bytes.starts(with: "DIRC".utf8), bytes.count >= 12 else { return nil }
    self.bytes = bytes
    version = Self.number(bytes[4..<8])
    count = Self.number(bytes[8..<12])
    guard (2...4).contains(version) else { return nil }
  }

  /// The regular files, each with whether it is executable; up to the first entry that is damaged.
  mutating func entries() -> [FilePath: Bool] {
    var modes = [FilePath: Bool]()
    for _ in 0..<count {
      guard let mode = readEntry() else { break }
      if mode & 0o170000 == 0o100000 {
        modes[FilePath(String(decoding: path, as: UTF8.self))] = mode & 0o100 != 0
      }
    }
    return modes
  }

  /// The mode of the next entry, whose path is then in `path`.
  private mutating func readEntry() -> Int? {
    let start = place
    guard start + 62 <= bytes.count else { return nil }
    let mode = Self.number(bytes[start + 24..<start + 28])
    let isExtended = version > 2 && bytes[start + 60] & 0x40 != 0
    place = start + (isExtended ? 64 : 62)
    guard version < 4 || dropEndOfPath() else { return nil }
    guard place <= bytes.count, let end = bytes[place...].firstIndex(of: 0) else { return nil }
    path = version < 4 ? Array(bytes[place..<end]) : path + bytes[place..<end]
    // Before version 4 entries are padded to eight bytes.
    place = version < 4 ? start + ((end - start) / 8 + 1) * 8 : end + 1
    return mode
  }

  /// Cuts off as much of the last path as the next entry says.
  private mutating func dropEndOfPath() -> Bool {
    var length = 0
    while place < bytes.count, length <= path.count {
      let byte = bytes[place]
      place += 1
      length = length << 7 | Int(byte & 0x7F)
      if byte & 0x80 == 0 {
        guard length <= path.count else { return false }
        path.removeLast(length)
        return true
      }
      length += 1
    }
    return false
  }

  private static func number(_ bytes: ArraySlice<UInt8>) -> Int {
    bytes.reduce(0) { $0 << 8 | Int($1) }
  }
}
