/// Text from hooks and files made safe to show: in XML, on a terminal, in a log.
package enum PrintableText {
  /// The text without terminal control sequences: colours, cursor movements, window titles.
  static func withoutControlSequences(_ text: String) -> String {
    guard text.unicodeScalars.contains(escape) else { return text }
    var result = String.UnicodeScalarView()
    var rest = text.unicodeScalars[...]
    while let scalar = rest.popFirst() {
      guard scalar == escape else {
        result.append(scalar)
        continue
      }
      skipSequence(&rest)
    }
    return String(result)
  }

  /// The text with everything that XML 1.0 forbids made visible, as in `\u{1b}`.
  static func forXML(_ text: String) -> String {
    replacing(withoutControlSequences(text)) { !isAllowedInXML($0) }
  }

  /// One line for a terminal: no control character, so that nothing can move the cursor.
  package static func forTerminal(_ text: String) -> String {
    let tabless = withoutControlSequences(text).split(
      separator: "\t", omittingEmptySubsequences: false
    ).joined(separator: "  ")
    return replacing(tabless) { $0.properties.generalCategory == .control }
  }

  private static let escape: Unicode.Scalar = "\u{1b}"

  private static func replacing(
    _ text: String, where isUnwanted: (Unicode.Scalar) -> Bool
  ) -> String {
    guard text.unicodeScalars.contains(where: isUnwanted) else { return text }
    var result = ""
    for scalar in text.unicodeScalars {
      if isUnwanted(scalar) {
        result += "\\u{" + String(scalar.value, radix: 16) + "}"
      } else {
        result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  /// Skips what follows an escape character, by ECMA-48; an unfinished sequence ends with the line.
  private static func skipSequence(_ rest: inout Substring.UnicodeScalarView) {
    switch rest.first {
    case "[":
      rest.removeFirst()
      rest = rest.drop { (0x20...0x3f).contains($0.value) }
      if let final = rest.first, (0x40...0x7e).contains(final.value) { rest.removeFirst() }
    case "]", "P", "_", "^", "X":
      rest = rest.drop { $0 != "\u{7}" && $0 != escape && $0 != "\n" }
      if rest.first == "\u{7}" { rest.removeFirst() }
      if rest.starts(with: [escape, "\\"]) { rest.removeFirst(2) }
    case .some(let scalar) where (0x20...0x7e).contains(scalar.value):
      rest = rest.drop { (0x20...0x2f).contains($0.value) }
      if let final = rest.first, (0x30...0x7e).contains(final.value) { rest.removeFirst() }
    default: break
    }
  }

  /// The `Char` production of XML 1.0.
  private static func isAllowedInXML(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x9, 0xa, 0xd, 0x20...0xd7ff, 0xe000...0xfffd, 0x10000...0x10ffff: true
    default: false
    }
  }
}
