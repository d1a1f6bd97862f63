/// An f-string or t-string that is not ended yet.
struct FormattedString {
  /// Where the prefix starts.
  let start: Int
  let quote: UInt8
  let isTriple: Bool
  let isRaw: Bool
  let isTemplate: Bool
  /// Whether the lexer is inside of a replacement field, where ordinary tokens stand.
  var isInField = false
  /// Whether the text that is read is the format behind a field's colon.
  var isInFormat = false
  /// The brackets that were opened inside and not closed yet, those of the fields among them.
  var bracketDepth = 0
  /// How many fields are around, one inside the format of the other.
  var fieldDepth = 0

  /// CPython's limit.
  static let maximumFieldDepth = 3

  /// Whether no bracket is open but those of the fields around.
  var isAtTopOfField: Bool { fieldDepth > 0 && bracketDepth == fieldDepth }
}
