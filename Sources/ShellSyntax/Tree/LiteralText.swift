/// Text between quotes and expansions, as it is written.
struct LiteralText {
  let bytes: ArraySlice<UInt8>
  /// Whether double quotes are around it.
  let isQuoted: Bool

  init(_ bytes: ArraySlice<UInt8>, isQuoted: Bool) {
    self.bytes = bytes
    self.isQuoted = isQuoted
  }

  /// The text in pieces: unquoted `*`, `?` and `[` are parts of their own.
  func parts(in tree: ShellTree) -> [ShellPart] {
    guard !bytes.isEmpty else { return [] }
    guard !isQuoted else { return [literal(bytes.indices, in: tree)] }
    var parts = [ShellPart]()
    var start = bytes.startIndex
    var index = start
    while index < bytes.endIndex {
      let byte = bytes[index]
      if byte == Byte.star || byte == Byte.question || byte == Byte.leftBracket {
        if start < index { parts.append(literal(start..<index, in: tree)) }
        parts.append(ShellPart(.glob, tree: tree, range: index..<index + 1))
        start = index + 1
      }
      index += byte == Byte.backslash ? 2 : 1
    }
    if start < bytes.endIndex { parts.append(literal(start..<bytes.endIndex, in: tree)) }
    return parts
  }

  private func literal(_ range: Range<Int>, in tree: ShellTree) -> ShellPart {
    var text = [UInt8]()
    LiteralText(bytes[range], isQuoted: isQuoted).append(to: &text)
    return ShellPart(.literal(String(decoding: text, as: UTF8.self)), tree: tree, range: range)
  }

  /// Appends what the shell makes of the text: escapes resolved, continued lines joined.
  ///
  /// Bash manual, "Escape Character" and "Double Quotes".
  func append(to output: inout [UInt8]) {
    var index = bytes.startIndex
    while index < bytes.endIndex {
      let byte = bytes[index]
      index += 1
      guard byte == Byte.backslash, index < bytes.endIndex else {
        output.append(byte)
        continue
      }
      let escaped = bytes[index]
      index += 1
      if isQuoted, !LiteralText.isEscapableInQuotes(escaped) { output.append(byte) }
      if escaped != Byte.newline { output.append(escaped) }
    }
  }

  private static func isEscapableInQuotes(_ byte: UInt8) -> Bool {
    switch byte {
    case Byte.dollar, Byte.backquote, Byte.doubleQuote, Byte.backslash, Byte.newline: true
    default: false
    }
  }
}
