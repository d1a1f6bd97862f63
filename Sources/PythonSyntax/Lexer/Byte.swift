/// The bytes that mean something to Python.
enum Byte {
  static let tab: UInt8 = 0x09
  static let newline: UInt8 = 0x0A
  static let formFeed: UInt8 = 0x0C
  static let carriageReturn: UInt8 = 0x0D
  static let space: UInt8 = 0x20
  static let bang: UInt8 = 0x21
  static let doubleQuote: UInt8 = 0x22
  static let hash: UInt8 = 0x23
  static let singleQuote: UInt8 = 0x27
  static let plus: UInt8 = 0x2B
  static let minus: UInt8 = 0x2D
  static let dot: UInt8 = 0x2E
  static let colon: UInt8 = 0x3A
  static let equals: UInt8 = 0x3D
  static let backslash: UInt8 = 0x5C
  static let underscore: UInt8 = 0x5F
  static let leftBrace: UInt8 = 0x7B
  static let rightBrace: UInt8 = 0x7D
}

extension UInt8 {
  /// A letter, the underscore, or a part of a character beyond ASCII.
  @inline(__always)
  var startsName: Bool { (self | 0x20) &- 0x61 < 26 || self == Byte.underscore || self >= 0x80 }

  /// `startsName`, or a digit.
  @inline(__always)
  var continuesName: Bool { startsName || isDigit }

  @inline(__always)
  var isDigit: Bool { self &- 0x30 < 10 }

  var isHexadecimalDigit: Bool { isDigit || (self | 0x20) &- 0x61 < 6 }

  /// A space, a tab or a form feed, which separate tokens.
  @inline(__always)
  var isBlank: Bool { self == Byte.space || self == Byte.tab || self == Byte.formFeed }
}
