import SystemPackage

/// A path as git writes it: in quotes when it has bytes that might be misread.
struct GitPath {
  /// The path, quoted where need be.
  let bytes: [UInt8]

  /// An absolute path loses its slash, so that the patch can be applied from `/`.
  init(_ path: FilePath, prefix: String) {
    let path = path.withPlatformString { text in
      UnsafeBufferPointer(start: text, count: path.length).map { UInt8(bitPattern: $0) }
    }
    let name = Array(prefix.utf8) + path.drop { $0 == UInt8(ascii: "/") }
    bytes = name.contains(where: Self.isSpecial) ? Self.quoted(name) : name
  }

  /// The path in a row that can have a time behind it: a tab ends one with blanks.
  var field: [UInt8] { bytes.contains(UInt8(ascii: " ")) ? bytes + "\t".utf8 : bytes }

  private static func isSpecial(_ byte: UInt8) -> Bool {
    byte < 0x20 || byte >= 0x7F || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\")
  }

  private static func quoted(_ name: [UInt8]) -> [UInt8] {
    "\"".utf8 + name.flatMap(escaped) + "\"".utf8
  }

  private static func escaped(_ byte: UInt8) -> [UInt8] {
    guard isSpecial(byte) else { return [byte] }
    if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") {
      return [UInt8(ascii: "\\"), byte]
    }
    let digits = String(byte, radix: 8)
    return Array("\\\(String(repeating: "0", count: 3 - digits.count))\(digits)".utf8)
  }
}
