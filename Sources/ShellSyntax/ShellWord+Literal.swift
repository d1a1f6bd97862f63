extension ShellWord {
  /// What the word stands for once its quotes are removed; nil when an expansion is in it.
  ///
  /// Patterns, braces and a leading tilde count as the text they are.
  package var literal: String? {
    guard isLiteral else { return nil }
    guard flags.contains(.quoted) || flags.contains(.continued) else { return text }
    return String(decoding: literalBytes, as: UTF8.self)
  }

  /// The word's text up to its first expansion, quotes removed.
  package var literalPrefix: String {
    let expansion = expansions.first?.range.lowerBound ?? range.upperBound
    let rows = partRows.prefix { Int(tree.parts[$0].start) < expansion }
    return String(decoding: unquoted(range.lowerBound..<expansion, rows: rows), as: UTF8.self)
  }

  var literalBytes: [UInt8] { unquoted(range, rows: partRows) }

  private func unquoted(_ range: Range<Int>, rows: Range<Int>) -> [UInt8] {
    var output = [UInt8]()
    var place = range.lowerBound
    for row in rows {
      let part = tree.parts[row]
      appendLiteral(place..<max(place, Int(part.start)), to: &output)
      place = min(Int(part.end), range.upperBound)
      appendContent(of: part, upTo: place, to: &output)
    }
    appendLiteral(place..<range.upperBound, to: &output)
    return output
  }

  private func appendLiteral(_ range: Range<Int>, to output: inout [UInt8]) {
    LiteralText(tree.source.bytes[range], isQuoted: false).append(to: &output)
  }

  /// The content of a quoted part, or of its beginning when an expansion in it ends the text.
  private func appendContent(of part: PartRecord, upTo limit: Int, to output: inout [UInt8]) {
    let isCut = limit < Int(part.end)
    func content(_ prefix: Int) -> ArraySlice<UInt8> {
      let start = Int(part.start) + prefix
      return tree.source.bytes[start..<max(start, isCut ? limit : limit - 1)]
    }
    switch part.kind {
    case .singleQuoted: output += content(1)
    case .ansiQuoted: output += AnsiQuoting.decoded(content(2))
    case .doubleQuoted: LiteralText(content(1), isQuoted: true).append(to: &output)
    case .translated: LiteralText(content(2), isQuoted: true).append(to: &output)
    default: output += tree.source.bytes[Int(part.start)..<limit]
    }
  }
}
