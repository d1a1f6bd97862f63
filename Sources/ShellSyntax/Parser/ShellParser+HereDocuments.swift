extension ShellParser {
  /// The text of the here-documents whose operators stood on the line that has just ended.
  ///
  /// Bash manual, "Here Documents".
  mutating func readHereDocuments() throws(SyntaxFailure) {
    guard !state.pendingHereDocuments.isEmpty else { return }
    let pending = state.pendingHereDocuments
    state.pendingHereDocuments.removeAll()
    for document in pending { readHereDocument(document) }
  }

  private mutating func readHereDocument(_ index: Int) {
    let record = tables.hereDocuments[index]
    let delimiter = unquoted(tables.words[Int(record.delimiter)])
    let start = position
    var end = limit
    var isContinued = false
    while position < limit {
      let line = position
      let lineEnd = bytes[line..<limit].firstIndex(of: Byte.newline) ?? limit
      if !isContinued, let after = endOfDocument(record, delimiter, line: line..<lineEnd) {
        tables.hereDocuments[index].isTerminated = after == lineEnd
        end = line
        position = after == lineEnd ? min(lineEnd + 1, limit) : after
        break
      }
      isContinued = !record.isQuoted && endsInBackslash(line..<lineEnd)
      position = min(lineEnd + 1, limit)
    }
    tables.hereDocuments[index].start = UInt32(start)
    tables.hereDocuments[index].end = UInt32(end)
    if !record.isQuoted { parseHereDocument(index, start..<end) }
  }

  /// The end of the delimiter when the line is that which ends the text.
  ///
  /// In a substitution bash also takes a line that begins with the delimiter and holds the closing
  /// parenthesis.
  private func endOfDocument(
    _ record: HereDocumentRecord, _ delimiter: [UInt8], line: Range<Int>
  ) -> Int? {
    var text = bytes[line]
    if record.stripsTabs { text = text.drop { $0 == Byte.tab } }
    guard text.starts(with: delimiter) else { return nil }
    let rest = text.dropFirst(delimiter.count)
    if rest.isEmpty { return line.upperBound }
    return state.isSubstitution && rest.contains(Byte.rightParen) ? rest.startIndex : nil
  }

  private func endsInBackslash(_ line: Range<Int>) -> Bool {
    let count = bytes[line].reversed().prefix { $0 == Byte.backslash }.count
    return count % 2 == 1
  }

  /// A delimiter or name without its quotes; expansions in it are not expanded.
  func unquoted(_ word: WordRecord) -> [UInt8] {
    let text = bytes[Int(word.start)..<Int(word.end)]
    guard !word.flags.isDisjoint(with: [.quoted, .continued]) else { return Array(text) }
    var output = [UInt8]()
    var quote: UInt8?
    var rest = text
    while let byte = rest.popFirst() {
      if byte == quote {
        quote = nil
      } else if quote == nil, byte == Byte.singleQuote || byte == Byte.doubleQuote {
        quote = byte
      } else if byte == Byte.backslash, quote != Byte.singleQuote, let next = rest.popFirst() {
        if next != Byte.newline { output.append(next) }
      } else {
        output.append(byte)
      }
    }
    return output
  }

  /// The expansions in the text. The shell looks for them when it runs the command, so that nothing
  /// in them is a syntax error.
  private mutating func parseHereDocument(_ index: Int, _ range: Range<Int>) {
    let node = Int(tables.hereDocuments[index].node)
    let mark = partStack.count
    let outerOrphans = state.orphans
    parseTolerantly(range, below: node) { parser throws(SyntaxFailure) in
      parser.readExpansions(below: node)
    }
    state.orphans = outerOrphans
    tables.hereDocuments[index].parts = flushParts(from: mark)
  }

  private mutating func readExpansions(below node: Int) {
    var failures = 0
    while position < limit, failures < 8 {
      switch bytes[position] {
      case Byte.backslash: position = min(position + 2, limit)
      case Byte.dollar, Byte.backquote:
        if !readExpansion() { failures += 1 }
      default: position += 1
      }
    }
    for orphan in state.orphans { tables.nodes[orphan].parent = UInt32(node) }
  }

  /// An expansion; what cannot be read as one is text.
  private mutating func readExpansion() -> Bool {
    let before = mark()
    let outer = (state: state, frame: frame, position: position, depth: depth)
    do throws(SyntaxFailure) {
      if bytes[position] == Byte.dollar {
        try readDollar(acceptsQuotes: false)
      } else {
        try readBackquotes(isQuoted: false)
      }
      return true
    } catch {
      (state, frame, depth) = (outer.state, outer.frame, outer.depth)
      position = outer.position + 1
      rewind(to: before)
      return false
    }
  }
}
