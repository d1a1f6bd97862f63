import PythonSyntax

/// Where `# noqa` stands in a file, be it in comments or not.
struct NoqaMarks {
  /// The offsets of `# noqa`, in whatever case.
  private(set) var offsets = [Int]()
  /// Whether a line starts with `# flake8: noqa`.
  private(set) var skipsFile = false

  init(_ source: PythonSource) {
    let text = source.bytes.span
    var index = 0
    while let offset = text.firstIndex(of: UInt8(ascii: "#"), from: index) {
      index = offset + 1
      guard text.byte(index) == 0x20 else { continue }
      if text.hasFolded(NoqaDirective.word, at: offset) {
        offsets.append(offset)
      } else if text.hasFolded("# flake8", at: offset), text.isNoqa(behind: offset + 8) {
        let line = source.start(ofLine: source.line(of: offset))..<offset
        skipsFile = skipsFile || line.allSatisfy { text[$0].isSpace }
      }
    }
  }
}

extension Span<UInt8> {
  /// Whether `:` or `=`, white space and `noqa` follow.
  fileprivate func isNoqa(behind start: Int) -> Bool {
    guard byte(start) == UInt8(ascii: ":") || byte(start) == UInt8(ascii: "=") else { return false }
    var index = start + 1
    while byte(index).isSpace { index += 1 }
    return hasFolded("noqa", at: index)
  }

  /// Whether the text goes on with `word`, which is in lower case, in whatever case.
  fileprivate func hasFolded(_ word: StaticString, at index: Int) -> Bool {
    guard index + word.utf8CodeUnitCount <= count else { return false }
    return word.withUTF8Buffer { letters in
      letters.indices.allSatisfy {
        let byte = self[index + $0]
        return byte == letters[$0] || (byte &- 0x41 < 26 && byte | 0x20 == letters[$0])
      }
    }
  }
}
