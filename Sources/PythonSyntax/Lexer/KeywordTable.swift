/// The reserved words, compared as numbers.
///
/// Python Language Reference, "Keywords".
struct KeywordTable {
  private let codes: [UInt64]
  private let kinds: [PythonToken.Kind]
  /// Where the words of each length start in the tables.
  private let starts: [Int]

  /// All of them.
  static let words = KeywordTable()

  private init() {
    let words: [(StaticString, PythonToken.Kind)] = [
      ("as", .asKeyword), ("if", .ifKeyword), ("in", .inKeyword), ("is", .isKeyword),
      ("or", .orKeyword), ("and", .andKeyword), ("def", .defKeyword), ("del", .delKeyword),
      ("for", .forKeyword), ("not", .notKeyword), ("try", .tryKeyword), ("None", .noneKeyword),
      ("True", .trueKeyword), ("elif", .elifKeyword), ("else", .elseKeyword),
      ("from", .fromKeyword), ("pass", .passKeyword), ("with", .withKeyword),
      ("False", .falseKeyword), ("async", .asyncKeyword), ("await", .awaitKeyword),
      ("break", .breakKeyword), ("class", .classKeyword), ("raise", .raiseKeyword),
      ("while", .whileKeyword), ("yield", .yieldKeyword), ("assert", .assertKeyword),
      ("except", .exceptKeyword), ("global", .globalKeyword), ("import", .importKeyword),
      ("lambda", .lambdaKeyword), ("return", .returnKeyword), ("finally", .finallyKeyword),
      ("continue", .continueKeyword), ("nonlocal", .nonlocalKeyword),
    ]
    codes = words.map { word, _ in
      word.withUTF8Buffer { $0.reduce(0) { $0 << 8 | UInt64($1) } }
    }
    kinds = words.map(\.1)
    starts = (0...9).map { length in
      words.firstIndex { $0.0.utf8CodeUnitCount >= length } ?? words.count
    }
  }

  /// The kind of the word in `range`, which is inside of `bytes`.
  @inline(__always)
  func kind(of bytes: Span<UInt8>, at range: Range<Int>) -> PythonToken.Kind {
    guard range.count >= 2, range.count <= 8 else { return .name }
    var code: UInt64 = 0
    for index in range { code = code << 8 | UInt64(bytes[index]) }
    for index in starts[range.count]..<starts[range.count + 1] where codes[index] == code {
      return kinds[index]
    }
    return .name
  }
}

extension PythonToken.Kind {
  /// What the word in a range of a text is: a reserved word or a name.
  package init(word text: Span<UInt8>, at range: Range<Int>) {
    self = KeywordTable.words.kind(of: text, at: range)
  }
}
