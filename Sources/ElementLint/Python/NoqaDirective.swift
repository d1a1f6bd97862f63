import Diagnostics

/// A `# noqa` and the codes behind it.
struct NoqaDirective: Sendable {
  /// Where the `#` is.
  let offset: Int
  /// The codes with their offsets; nil when the directive means all findings.
  let codes: [Code]?

  struct Code: Sendable {
    let text: String
    let offset: Int
  }

  /// Reads what stands behind the word at `offset`, no further than `end`.
  init(at offset: Int, in bytes: [UInt8], end: Int) {
    self.offset = offset
    var scanner = CodeScanner(
      bytes: bytes, position: offset + Self.word.utf8CodeUnitCount, end: end)
    let codes = scanner.codes()
    self.codes = codes.isEmpty ? nil : codes
  }

  static let word: StaticString = "# noqa"

  /// Whether it means findings with the code: by the code or the beginning of it.
  func silences(_ code: RuleCode) -> Bool {
    codes?.contains { code.rawValue.hasPrefix($0.text) } ?? true
  }
}

/// Reads `:` and codes, which commas and white space separate.
private struct CodeScanner {
  let bytes: [UInt8]
  var position: Int
  let end: Int

  private var next: UInt8 { position < end ? bytes[position] : 0 }

  mutating func codes() -> [NoqaDirective.Code] {
    guard next == UInt8(ascii: ":") else { return [] }
    position += 1
    if next.isSpace { position += 1 }
    var codes = [NoqaDirective.Code]()
    while let code = code() {
      codes.append(code)
      let start = position
      while next == UInt8(ascii: ",") || next.isSpace { position += 1 }
      if position == start { break }
    }
    return codes
  }

  /// Letters and digits in turn, beginning with letters and ending with digits.
  private mutating func code() -> NoqaDirective.Code? {
    let start = position
    var accepted = position
    while skip({ $0.isLetter }), skip({ $0.isDigit }) { accepted = position }
    position = accepted
    guard accepted > start else { return nil }
    return NoqaDirective.Code(
      text: String(decoding: bytes[start..<accepted], as: UTF8.self), offset: start)
  }

  private mutating func skip(_ condition: (UInt8) -> Bool) -> Bool {
    let start = position
    while condition(next) { position += 1 }
    return position > start
  }
}

extension UInt8 {
  fileprivate var isLetter: Bool { (self | 0x20) &- 0x61 < 26 }
}
