import Diagnostics

/// What is no JSON, and where.
struct JSONSyntaxError: Error {
  let offset: Int
  let message: String
  let hint: String
}

/// A place in a JSON text: knows its line and column, and reads single tokens.
struct JSONScanner {
  private let bytes: [UInt8]
  private(set) var offset = 0
  private var line = 1
  private var column = 1

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  var position: SourcePosition { SourcePosition(line: line, column: column) }

  /// The next byte; nothing at the end.
  var next: UInt8? { offset < bytes.count ? bytes[offset] : nil }

  mutating func skipBlanks() {
    while let byte = next, [0x20, 0x09, 0x0A, 0x0D].contains(byte) { advance() }
  }

  /// Skips `byte` if it comes next.
  mutating func skip(_ byte: Unicode.Scalar) -> Bool {
    guard next == UInt8(ascii: byte) else { return false }
    advance()
    return true
  }

  mutating func skip(word: StaticString) -> Bool {
    let length = word.utf8CodeUnitCount
    let expected = UnsafeBufferPointer(start: word.utf8Start, count: length)
    guard bytes[offset...].prefix(length).elementsEqual(expected) else { return false }
    for _ in 0..<length { advance() }
    return true
  }

  /// The text of a string, whose opening quote comes next.
  mutating func string() throws(JSONSyntaxError) -> String {
    let start = offset
    advance()
    var text: [UInt8] = []
    while let byte = next, byte != UInt8(ascii: "\"") {
      guard byte >= 0x20 else {
        throw error("a string has a control character in it", "write it as an escape such as `\\n`")
      }
      if byte == UInt8(ascii: "\\") {
        text += String(Character(try escape())).utf8
      } else {
        text.append(byte)
        advance()
      }
    }
    guard skip("\"") else { throw error("a string does not end", "close the quote", at: start) }
    guard let string = String(validating: text, as: UTF8.self) else {
      throw error("a string is not UTF-8", "save the file as UTF-8", at: start)
    }
    return string
  }

  /// The text of a number, and whether it has a fraction or an exponent.
  mutating func number() throws(JSONSyntaxError) -> (text: String, isInteger: Bool) {
    let start = offset
    _ = skip("-")
    if !skip("0") { try digits() }
    let whole = offset
    if skip(".") { try digits() }
    if skip("e") || skip("E") {
      _ = skip("+") || skip("-")
      try digits()
    }
    return (String(decoding: bytes[start..<offset], as: UTF8.self), whole == offset)
  }

  func error(_ message: String, _ hint: String, at start: Int? = nil) -> JSONSyntaxError {
    JSONSyntaxError(offset: start ?? offset, message: message, hint: hint)
  }

  private mutating func digits() throws(JSONSyntaxError) {
    let start = offset
    while let byte = next, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) { advance() }
    guard offset > start else { throw error("a number needs a digit here", "complete the number") }
  }

  private mutating func escape() throws(JSONSyntaxError) -> Unicode.Scalar {
    let start = offset
    advance()
    let escaped = next
    guard escaped != nil else { throw error("a string does not end", "close the quote") }
    advance()
    switch escaped {
    case UInt8(ascii: "\""): return "\""
    case UInt8(ascii: "\\"): return "\\"
    case UInt8(ascii: "/"): return "/"
    case UInt8(ascii: "b"): return "\u{8}"
    case UInt8(ascii: "f"): return "\u{C}"
    case UInt8(ascii: "n"): return "\n"
    case UInt8(ascii: "r"): return "\r"
    case UInt8(ascii: "t"): return "\t"
    case UInt8(ascii: "u"): return try unicodeEscape(from: start)
    default: throw error("an unknown escape", "double the backslash", at: start)
    }
  }

  /// The character of `\uXXXX`, or of two such that are a surrogate pair. Half a pair is legal, as in
  /// Python's reader, and stands for no character at all.
  private mutating func unicodeEscape(from start: Int) throws(JSONSyntaxError) -> Unicode.Scalar {
    let first = try hexadecimal(from: start)
    if let scalar = Unicode.Scalar(first) { return scalar }
    var ahead = self
    if (0xD800...0xDBFF).contains(first), ahead.skip("\\"), ahead.skip("u"),
      let second = try? ahead.hexadecimal(from: start), (0xDC00...0xDFFF).contains(second),
      let scalar = Unicode.Scalar(0x10000 + (first - 0xD800) << 10 + (second - 0xDC00))
    {
      self = ahead
      return scalar
    }
    return "\u{FFFD}"
  }

  private mutating func hexadecimal(from start: Int) throws(JSONSyntaxError) -> UInt32 {
    var value: UInt32 = 0
    for _ in 0..<4 {
      guard let byte = next, let digit = Character(Unicode.Scalar(byte)).hexDigitValue else {
        throw error("`\\u` needs four hexadecimal digits", "complete the escape", at: start)
      }
      value = value << 4 | UInt32(digit)
      advance()
    }
    return value
  }

  private mutating func advance() {
    let byte = bytes[offset]
    offset += 1
    if byte == UInt8(ascii: "\n") {
      line += 1
      column = 1
    } else if byte & 0xC0 != 0x80 {
      column += 1
    }
  }
}
