import Diagnostics
import Documents

extension SourceText {
  /// The location of a setting `name=value` that begins at a byte: up to what no value holds.
  func setting(at offset: Int) -> SourceLocation {
    let end = bytes[offset...].firstIndex { byte in
      !(UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20) && byte != UInt8(ascii: "=")
        && !(UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
    }
    return location(offset..<(end ?? bytes.count))
  }
}
