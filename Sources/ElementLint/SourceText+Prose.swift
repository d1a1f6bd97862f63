import Diagnostics
import Documents

extension SourceText {
  /// The variables that a page in reStructuredText names, but in no literal block, which shows an
  /// example.
  var variablesInProse: [(name: String, range: Range<Int>)] {
    let names = names(startingWith: "DIB_")
    guard !names.isEmpty else { return [] }
    let literal = literalLines
    let examples = names.filter { literal.contains(line(ofByteOffset: $0.range.lowerBound)) }
    let shown = Set(examples.map(\.name))
    return names.filter { !shown.contains($0.name) }
  }

  /// The numbers of the lines that stand indented below one that ends in `::`.
  private var literalLines: Set<Int> {
    var lines = Set<Int>()
    var opener: Int?
    for line in 1...lineCount {
      let text = bytes[range(ofLine: line)]
      let indent = text.prefix { $0 == UInt8(ascii: " ") }.count
      if indent == text.count { continue }
      if let indentOfOpener = opener, indent > indentOfOpener {
        lines.insert(line)
      } else {
        opener = opensLiteralBlock(text.dropFirst(indent)) ? indent : nil
      }
    }
    return lines
  }

  /// Directives such as `code-block::` have the name of a language behind their colons.
  private func opensLiteralBlock(_ text: ArraySlice<UInt8>) -> Bool {
    text.suffix(2).elementsEqual("::".utf8)
      || [".. code", ".. sourcecode"].contains { text.starts(with: $0.utf8) }
  }
}
