/// The spelling under which Python knows an identifier, which is its compatibility form.
///
/// Known are the forms that come in long runs: letters of full width and those of mathematics.
enum IdentifierSpelling {
  /// The bytes of the known spelling; nil when it is the one that is written.
  static func normalized(_ bytes: ArraySlice<UInt8>) -> [UInt8]? {
    guard bytes.contains(where: { $0 >= 0x80 }) else { return nil }
    let written = String(decoding: bytes, as: UTF8.self)
    var known = String.UnicodeScalarView()
    for scalar in written.unicodeScalars { known.append(plain(scalar)) }
    let text = Array(String(known).utf8)
    return text.elementsEqual(bytes) ? nil : text
  }

  private static func plain(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    switch scalar.value {
    case 0xFF01...0xFF5E: Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar
    case 0x1D400...0x1D6A3: letter(scalar.value - 0x1D400)
    case 0x1D7CE...0x1D7FF: digit(scalar.value - 0x1D7CE)
    default: scalar
    }
  }

  /// The letters come as capitals and small letters, alphabet after alphabet.
  private static func letter(_ index: UInt32) -> Unicode.Scalar {
    let place = UInt8(index % 52)
    return Unicode.Scalar(place < 26 ? UInt8(ascii: "A") + place : UInt8(ascii: "a") + place - 26)
  }

  private static func digit(_ index: UInt32) -> Unicode.Scalar {
    Unicode.Scalar(UInt8(ascii: "0") + UInt8(index % 10))
  }
}
