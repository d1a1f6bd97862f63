import PythonSyntax

extension PythonSource {
  /// The blank that the first indented line starts with.
  var indentCharacter: UInt8? {
    for line in stride(from: 1, through: lineCount, by: 1) {
      let byte = bytes[start(ofLine: line)]
      if byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") { return byte }
    }
    return nil
  }

  /// A line without its line end and the blanks before it.
  func trimmedRange(ofLine line: Int) -> Range<Int> {
    let range = range(ofLine: line)
    var end = range.upperBound
    while end > range.lowerBound, let width = spaceWidth(before: end) { end -= width }
    return range.lowerBound..<max(end, range.lowerBound)
  }

  /// The width of a line's indent, tabs reaching to multiples of eight, and where text follows it.
  func indent(ofLine line: Int) -> (width: Int, text: Int?) {
    let range = range(ofLine: line)
    var width = 0
    for index in range {
      switch bytes[index] {
      case 0x20: width += 1
      case 0x09: width = (width / 8 + 1) * 8
      case let byte where byte.isSpace: width += 1
      default: return (width, index)
      }
    }
    return (width, nil)
  }

  /// The width of a line's indent, or of all of it if it is blank.
  func indentWidth(ofLine line: Int) -> Int { indent(ofLine: line).width }

  /// The words of a line, that is, what blanks separate; no more than a number of them.
  func words(_ range: Range<Int>, atMost limit: Int) -> [Range<Int>] {
    var words = [Range<Int>]()
    var index = range.lowerBound
    while index < range.upperBound, words.count < limit {
      while index < range.upperBound, let width = spaceWidth(at: index) { index += width }
      let start = index
      while index < range.upperBound, spaceWidth(at: index) == nil { index += 1 }
      if start < index { words.append(start..<index) }
    }
    return words
  }

  /// The bytes of the white space at an offset, if there is some.
  private func spaceWidth(at offset: Int) -> Int? {
    guard bytes[offset] >= 0x80 else { return bytes[offset].isSpace ? 1 : nil }
    return [2, 3].first { isWideSpace(offset..<offset + $0) }
  }

  private func spaceWidth(before end: Int) -> Int? {
    guard bytes[end - 1] >= 0x80 else { return bytes[end - 1].isSpace ? 1 : nil }
    return [2, 3].first { isWideSpace(end - $0..<end) }
  }

  /// Whether the bytes are a space beyond ASCII.
  private func isWideSpace(_ range: Range<Int>) -> Bool {
    guard range.lowerBound >= 0, range.upperBound <= bytes.count else { return false }
    let scalars = text(range).unicodeScalars
    guard scalars.count == 1, let scalar = scalars.first else { return false }
    return scalar.properties.isWhitespace
  }
}
