/// The reserved words, to be compared as numbers.
///
/// Bash manual, "Reserved Words".
struct KeywordTable {
  private let codes: [UInt64]
  private let kinds: [ShellToken.Kind]
  private let initials = ByteSet("!-{}[]cdefistuw")

  init() {
    let words: [(StaticString, ShellToken.Kind)] = [
      ("if", .ifKeyword), ("then", .thenKeyword), ("else", .elseKeyword), ("elif", .elifKeyword),
      ("fi", .fiKeyword), ("for", .forKeyword), ("in", .inKeyword), ("do", .doKeyword),
      ("done", .doneKeyword), ("{", .leftBrace), ("}", .rightBrace), ("[[", .leftTest),
      ("]]", .rightTest), ("case", .caseKeyword), ("esac", .esacKeyword), ("!", .bang),
      ("while", .whileKeyword), ("until", .untilKeyword), ("function", .functionKeyword),
      ("select", .selectKeyword), ("time", .timeKeyword), ("coproc", .coprocKeyword),
      ("-p", .timeOption), ("--", .timeEndOfOptions),
    ]
    codes = words.map { word, _ in
      word.withUTF8Buffer { $0.reduce(0) { $0 << 8 | UInt64($1) } }
    }
    kinds = words.map(\.1)
  }

  func kind(of bytes: [UInt8], at range: Range<Int>) -> ShellToken.Kind? {
    guard range.count <= 8, let first = range.first else { return nil }
    guard initials.contains(bytes[first]) else { return nil }
    var code: UInt64 = 0
    for index in range { code = code << 8 | UInt64(bytes[index]) }
    return codes.firstIndex(of: code).map { kinds[$0] }
  }
}
