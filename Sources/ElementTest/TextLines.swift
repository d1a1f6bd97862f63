extension String {
  /// The lines without their ends; bytes are compared, so that `\r\n` is no single character.
  func lines(omittingLastEmpty: Bool) -> [Substring] {
    var lines = utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    if omittingLastEmpty, lines.last?.isEmpty == true { lines.removeLast() }
    return lines.map(Substring.init)
  }

  func trimmingBlanks() -> String {
    let isBlank: (Character) -> Bool = \.isWhitespace
    guard let first = firstIndex(where: { !isBlank($0) }),
      let last = lastIndex(where: { !isBlank($0) })
    else { return "" }
    return String(self[first...last])
  }

  /// In double quotes, with what would break the line escaped.
  var quoted: String {
    var result = "\""
    for scalar in unicodeScalars {
      switch scalar {
      case "\"", "\\": result += "\\\(scalar)"
      case "\n": result += "\\n"
      case "\t": result += "\\t"
      case "\r": result += "\\r"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }
}

extension Substring {
  /// Whether the bytes of `text` occur; an empty text always does.
  func containsBytes(of text: String) -> Bool { text.isEmpty || utf8.contains(text.utf8) }
}
