/// The bytes of a git index with these paths and modes, in version 2, 3 or 4.
package func gitIndex(_ files: [(path: String, mode: UInt32)], version: UInt32 = 2) -> [UInt8] {
  var bytes = Array("DIRC".utf8) + bigEndian(version) + bigEndian(UInt32(files.count))
  var last: [UInt8] = []
  for (path, mode) in files.sorted(by: { $0.path < $1.path }) {
    let path = Array(path.utf8)
    var entry = [UInt8](repeating: 0, count: 24) + bigEndian(mode)
    entry += [UInt8](repeating: 0, count: 32) + [version > 2 ? 0x40 : 0, UInt8(path.count & 0xFF)]
    if version > 2 { entry += [0, 0] }
    if version == 4 {
      let common = zip(last, path).prefix { $0 == $1 }.count
      entry += offset(last.count - common) + path[common...] + [0]
    } else {
      entry += path
      entry += [UInt8](repeating: 0, count: 8 - entry.count % 8)
    }
    bytes += entry
    last = path
  }
  return bytes
}

private func bigEndian(_ number: UInt32) -> [UInt8] {
  [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: number >> $0) }
}

/// A number in groups of seven bits, the most significant first, of which each but the last has one
/// less than its value.
private func offset(_ number: Int) -> [UInt8] {
  var groups = [UInt8(number & 0x7F)]
  var rest = number >> 7
  while rest > 0 {
    rest -= 1
    groups.insert(0x80 | UInt8(rest & 0x7F), at: 0)
    rest >>= 7
  }
  return groups
}
