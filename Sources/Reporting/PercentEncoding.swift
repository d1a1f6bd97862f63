import SystemPackage

/// Bytes written as `%20`.
enum PercentEncoding {
  /// One byte.
  static func escape(_ byte: UInt8) -> String {
    "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
  }

  /// The path as a part of an address (RFC 3986), whatever its bytes are.
  static func address(of path: FilePath) -> String {
    path.withPlatformString { bytes in
      UnsafeBufferPointer(start: bytes, count: path.length)
        .map { character(UInt8(bitPattern: $0)) }.joined()
    }
  }

  private static func character(_ byte: UInt8) -> String {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"):
      String(Unicode.Scalar(byte))
    default: "-._~/".utf8.contains(byte) ? String(Unicode.Scalar(byte)) : escape(byte)
    }
  }
}
