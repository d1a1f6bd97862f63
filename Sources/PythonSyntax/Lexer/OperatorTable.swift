/// The operators and delimiters.
///
/// Python Language Reference, "Operators" and "Delimiters".
enum OperatorTable {
  typealias Match = (kind: PythonToken.Kind, length: Int)

  /// The longest operator that starts with the three bytes.
  static func longest(_ first: UInt8, _ second: UInt8, _ third: UInt8) -> Match? {
    if second == first, let match = doubled(first, third) { return match }
    if second == Byte.equals, let kind = withEquals(first) { return (kind, 2) }
    switch (first, second) {
    case (UInt8(ascii: "-"), UInt8(ascii: ">")): return (.arrow, 2)
    case (UInt8(ascii: "<"), UInt8(ascii: ">")): return (.lessGreater, 2)
    default: return single(first).map { ($0, 1) }
    }
  }

  /// An operator that begins with the same character twice.
  private static func doubled(_ byte: UInt8, _ third: UInt8) -> Match? {
    let isAssignment = third == Byte.equals
    let length = isAssignment ? 3 : 2
    switch byte {
    case UInt8(ascii: "*"): return (isAssignment ? .doubleStarEqual : .doubleStar, length)
    case UInt8(ascii: "/"): return (isAssignment ? .doubleSlashEqual : .doubleSlash, length)
    case UInt8(ascii: "<"): return (isAssignment ? .leftShiftEqual : .leftShift, length)
    case UInt8(ascii: ">"): return (isAssignment ? .rightShiftEqual : .rightShift, length)
    case Byte.dot where third == Byte.dot: return (.ellipsis, 3)
    default: return nil
    }
  }

  private static func withEquals(_ byte: UInt8) -> PythonToken.Kind? {
    switch byte {
    case Byte.equals: .equalEqual
    case Byte.bang: .notEqual
    case UInt8(ascii: "<"): .lessEqual
    case UInt8(ascii: ">"): .greaterEqual
    case Byte.colon: .colonEqual
    case UInt8(ascii: "+"): .plusEqual
    case UInt8(ascii: "-"): .minusEqual
    case UInt8(ascii: "*"): .starEqual
    case UInt8(ascii: "/"): .slashEqual
    case UInt8(ascii: "%"): .percentEqual
    case UInt8(ascii: "@"): .atEqual
    case UInt8(ascii: "|"): .pipeEqual
    case UInt8(ascii: "&"): .ampersandEqual
    case UInt8(ascii: "^"): .caretEqual
    default: nil
    }
  }

  private static func single(_ byte: UInt8) -> PythonToken.Kind? {
    switch byte {
    case UInt8(ascii: "("): .leftParen
    case UInt8(ascii: ")"): .rightParen
    case UInt8(ascii: "["): .leftBracket
    case UInt8(ascii: "]"): .rightBracket
    case Byte.leftBrace: .leftBrace
    case Byte.rightBrace: .rightBrace
    case Byte.colon: .colon
    case UInt8(ascii: ","): .comma
    case UInt8(ascii: ";"): .semicolon
    case Byte.dot: .dot
    case Byte.bang: .exclamation
    case UInt8(ascii: "@"): .at
    case UInt8(ascii: "+"): .plus
    case UInt8(ascii: "-"): .minus
    case UInt8(ascii: "*"): .star
    case UInt8(ascii: "/"): .slash
    case UInt8(ascii: "%"): .percent
    case UInt8(ascii: "|"): .pipe
    case UInt8(ascii: "&"): .ampersand
    case UInt8(ascii: "^"): .caret
    case UInt8(ascii: "~"): .tilde
    case UInt8(ascii: "<"): .less
    case UInt8(ascii: ">"): .greater
    case Byte.equals: .equal
    case UInt8(ascii: "$"), UInt8(ascii: "?"), UInt8(ascii: "`"): .stray
    default: nil
    }
  }
}
