extension PythonLexer {
  /// The width of an indent: with tabs to multiples of eight, and with tabs as one column.
  ///
  /// Where the two widths compare differently, the indent depends on the size of tabs.
  struct Indent: Equatable {
    var width = 0
    var narrowWidth = 0
  }

  /// Reads the blanks a line starts with, and opens and closes blocks.
  mutating func readIndent() throws(PythonSyntaxError) {
    isAtLineStart = false
    let start = position
    let indent = try measureIndent()
    let next = peek()
    isBlankLine = next == Byte.newline || next == Byte.hash
    guard !isBlankLine, brackets.isEmpty, position < bytes.count else { return }
    let current = indents.last ?? Indent()
    if indent.width > current.width {
      try openBlock(indent, from: start)
    } else if indent.width < current.width {
      try closeBlocks(downTo: indent)
    } else if indent.narrowWidth != current.narrowWidth {
      throw inconsistentIndent()
    }
  }

  private mutating func measureIndent() throws(PythonSyntaxError) -> Indent {
    var indent = Indent()
    /// The width before the first backslash, which counts for the lines behind it.
    var joined: Indent?
    while position < bytes.count {
      switch bytes[position] {
      case Byte.space:
        indent.width += 1
        indent.narrowWidth += 1
      case Byte.tab:
        indent.width = (indent.width / 8 + 1) * 8
        indent.narrowWidth += 1
      case Byte.formFeed: indent = Indent()
      case Byte.backslash:
        joined = (joined?.width ?? 0) > 0 ? joined : indent
        try joinLines()
        continue
      default: return joined.flatMap { $0.width > 0 ? $0 : nil } ?? indent
      }
      position += 1
    }
    return indent
  }

  private mutating func openBlock(
    _ indent: Indent, from start: Int
  ) throws(PythonSyntaxError) {
    guard indents.count < Self.maximumIndents else {
      throw PythonSyntaxError(
        "too many levels of indentation", at: source.start(ofLine: line), kind: .indentation)
    }
    guard indent.narrowWidth > (indents.last?.narrowWidth ?? 0) else { throw inconsistentIndent() }
    indents.append(indent)
    add(.indent, from: source.start(ofLine: line))
  }

  /// Closes the blocks that are indented more than the line.
  mutating func closeBlocks(downTo indent: Indent) throws(PythonSyntaxError) {
    while let last = indents.last, indents.count > 1, last.width > indent.width {
      indents.removeLast()
      add(.dedent, from: position)
    }
    let current = indents.last ?? Indent()
    guard indent.width == current.width else {
      throw PythonSyntaxError(
        "unindent does not match any outer indentation level",
        at: source.range(ofLine: line).upperBound, kind: .indentation)
    }
    if indent.narrowWidth != current.narrowWidth { throw inconsistentIndent() }
  }

  private func inconsistentIndent() -> PythonSyntaxError {
    PythonSyntaxError(
      "inconsistent use of tabs and spaces in indentation", at: source.start(ofLine: line),
      kind: .tab)
  }

  /// A line end outside of strings.
  mutating func endLine() {
    let start = position
    position += 1
    add(isBlankLine || !brackets.isEmpty ? .blankNewline : .newline, from: start)
    line += 1
    isAtLineStart = true
  }

  mutating func readComment() {
    let start = position
    while peek() != Byte.newline, position < bytes.count { position += 1 }
    add(.comment, from: start)
  }

  /// A backslash at the end of a line.
  mutating func joinLines() throws(PythonSyntaxError) {
    guard peek(1) == Byte.newline else {
      throw PythonSyntaxError(
        "unexpected character after line continuation character", at: position + 1)
    }
    guard position + 2 < bytes.count else {
      throw PythonSyntaxError("unexpected EOF while parsing", at: position + 1)
    }
    position += 2
    line += 1
  }
}
