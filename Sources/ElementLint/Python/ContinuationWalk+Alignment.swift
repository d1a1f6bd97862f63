import PythonSyntax

extension ContinuationWalk {
  /// Remembers what later lines may line up with.
  mutating func noteAlignment(_ token: PlacedToken) {
    let isStart = row == 0 && levels.count == 1
    let isInner = token.kind != .blankNewline && token.kind != .comment
    if openings[row] > 0, isInner, levels[levels.count - 1].visualIndent == 0 {
      levels[levels.count - 1].visualIndent = token.column
      chances[token.column] = .bracket
      return
    }
    switch token.kind {
    case .string, .comment, .formattedStart, .templateStart: chances[token.column] = .text
    case .assertKeyword where isStart, .raiseKeyword where isStart, .withKeyword where isStart:
      chances[token.endColumn + 1] = .bracket
    case .ifKeyword where isStart && chances.isEmpty: chances[token.endColumn + 1] = .bracket
    case .colon where python.source.endsLine(token):
      openLines[levels.count - 1].append(indent: indents[row])
    default: break
    }
  }

  /// Follows brackets and other operators.
  mutating func follow(_ token: PlacedToken) {
    if token.kind.isOpening {
      levels.append(BracketLevel())
      let depth = levels.count - 1
      if openLines.count == depth {
        openLines.append(OpenLines(indent: indents[row]))
      } else {
        openLines[depth].append(indent: indents[row])
      }
      openings[row] += 1
    } else if token.kind.isClosing, levels.count > 1 {
      close()
    }
    if chances[token.column] == .none { chances[token.column] = .sameAs(token.kind) }
  }

  private mutating func close() {
    let closed = levels.removeLast()
    let indent = closed.visualIndent != 0 ? closed.visualIndent : lastIndent
    // What encloses the bracket cannot be further in.
    for index in levels.indices where levels[index].visualIndent > indent {
      levels[index].visualIndent = 0
    }
    chances.removeAll(from: indent)
    openLines.removeLast(max(0, openLines.count - levels.count - 1))
    if levels.count > 1 { chances[levels[levels.count - 1].visualIndent] = .bracket }
    if let opened = openings[0...row].lastIndex(where: { $0 > 0 }) { openings[opened] -= 1 }
  }
}

extension PythonSource {
  /// Whether only blanks and a line end follow on the line.
  fileprivate func endsLine(_ token: PlacedToken) -> Bool {
    var index = token.end
    while index < bytes.count, bytes[index] != 0x0A {
      guard bytes[index].isSpace else { return false }
      index += 1
    }
    let isImplied = !hasFinalNewline && index == bytes.count - 1
    return index > token.end || !isImplied
  }
}

/// The indents of the lines on which brackets of one depth were opened.
struct OpenLines {
  /// The first one.
  let first: Int
  /// Each one once, the latest last.
  private(set) var indents: [Int]

  init(indent: Int) {
    first = indent
    indents = [indent]
  }

  mutating func append(indent: Int) {
    guard indents.last != indent else { return }
    indents.removeAll { $0 == indent }
    indents.append(indent)
  }
}
