/// The bytes that mean something to the shell.
enum Byte {
  static let newline: UInt8 = 0x0A
  static let tab: UInt8 = 0x09
  static let space: UInt8 = 0x20
  static let bang: UInt8 = 0x21
  static let doubleQuote: UInt8 = 0x22
  static let hash: UInt8 = 0x23
  static let dollar: UInt8 = 0x24
  static let percent: UInt8 = 0x25
  static let ampersand: UInt8 = 0x26
  static let singleQuote: UInt8 = 0x27
  static let leftParen: UInt8 = 0x28
  static let rightParen: UInt8 = 0x29
  static let star: UInt8 = 0x2A
  static let plus: UInt8 = 0x2B
  static let comma: UInt8 = 0x2C
  static let dash: UInt8 = 0x2D
  static let dot: UInt8 = 0x2E
  static let slash: UInt8 = 0x2F
  static let colon: UInt8 = 0x3A
  static let semicolon: UInt8 = 0x3B
  static let less: UInt8 = 0x3C
  static let equals: UInt8 = 0x3D
  static let greater: UInt8 = 0x3E
  static let question: UInt8 = 0x3F
  static let at: UInt8 = 0x40
  static let leftBracket: UInt8 = 0x5B
  static let backslash: UInt8 = 0x5C
  static let rightBracket: UInt8 = 0x5D
  static let caret: UInt8 = 0x5E
  static let underscore: UInt8 = 0x5F
  static let backquote: UInt8 = 0x60
  static let leftBrace: UInt8 = 0x7B
  static let pipe: UInt8 = 0x7C
  static let rightBrace: UInt8 = 0x7D
  static let tilde: UInt8 = 0x7E
}

extension UInt8 {
  /// A letter or the underscore.
  var startsName: Bool {
    (self | 0x20) &- 0x61 < 26 || self == Byte.underscore
  }

  var isDigit: Bool { self &- 0x30 < 10 }

  /// A letter, a digit or the underscore.
  var continuesName: Bool { startsName || isDigit }

  /// What separates words on a line.
  var isBlank: Bool { self == Byte.space || self == Byte.tab }

  /// A one-character parameter, such as `$@` or `$?`.
  ///
  /// Bash manual, "Special Parameters".
  var isSpecialParameter: Bool {
    switch self {
    case Byte.at, Byte.star, Byte.hash, Byte.question, Byte.dash, Byte.dollar, Byte.bang: true
    default: false
    }
  }
}
