/// Finds the examples in a docstring: Python Standard Library, "doctest".
struct DoctestParser {
  struct Example {
    var source: [UInt8]
    /// The lines of the docstring before the example.
    var line: Int
    /// The blanks before its prompt.
    var indent: Int
  }

  private(set) var examples: [Example] = []
  /// Whether the lines of an example are indented alike, without which there are no examples.
  private(set) var isConsistent = true

  private let lines: [[UInt8]]
  private let commonIndent: Int

  init(_ docstring: [UInt8]) {
    let expanded = Self.expandTabs(docstring)
    lines = expanded.split(separator: Byte.newline, omittingEmptySubsequences: false).map(
      Array.init)
    commonIndent =
      lines.filter { $0.contains { $0 != Byte.space } }.map(Self.indent).min() ?? 0
    var index = 0
    while index < lines.count, isConsistent {
      index = hasPrompt(index, ">>>") ? readExample(at: index) : index + 1
    }
  }

  /// Reads the example whose first line is given; returns the line behind it and its output.
  private mutating func readExample(at first: Int) -> Int {
    let indent = Self.indent(lines[first])
    var end = first + 1
    while end < lines.count, hasPrompt(end, "...") { end += 1 }
    for index in first..<end where !isPrompt(lines[index], indent) { isConsistent = false }
    let source = lines[first..<end].flatMap { $0.dropFirst(indent + 4) + [Byte.newline] }
    if !Self.isBlankOrComment(source) {
      examples.append(Example(source: source, line: first, indent: indent))
    }
    while end < lines.count, isOutput(end) {
      if Self.indent(lines[end]) < indent { isConsistent = false }
      end += 1
    }
    return end
  }

  private func hasPrompt(_ index: Int, _ prompt: String) -> Bool {
    lines[index].drop { $0 == Byte.space }.starts(with: prompt.utf8)
  }

  /// Whether the line has its prompt where the example has it, and a blank behind.
  private func isPrompt(_ line: [UInt8], _ indent: Int) -> Bool {
    Self.indent(line) == indent && (line.count < indent + 4 || line[indent + 3] == Byte.space)
  }

  private func isOutput(_ index: Int) -> Bool {
    lines[index].contains { $0 != Byte.space } && !hasPrompt(index, ">>>")
  }

  private static func indent(_ line: [UInt8]) -> Int {
    line.firstIndex { $0 != Byte.space } ?? line.count
  }

  private static func isBlankOrComment(_ source: [UInt8]) -> Bool {
    let text = source.drop { $0 == Byte.space || $0 == Byte.newline }
    guard let first = text.first else { return true }
    return first == Byte.hash && text.firstIndex(of: Byte.newline) == text.endIndex - 1
  }

  private static func expandTabs(_ text: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    var column = 0
    for byte in text {
      if byte == Byte.tab {
        let width = 8 - column % 8
        result += [UInt8](repeating: Byte.space, count: width)
        column += width
      } else {
        result.append(byte)
        column = byte == Byte.newline ? 0 : column + 1
      }
    }
    return result
  }
}
