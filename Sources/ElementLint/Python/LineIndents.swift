import PythonSyntax

/// The indents of the lines of a file, and what they are nested in.
struct LineIndents {
  private let source: PythonSource
  /// The width of each line's indent.
  private var widths: [Int32]
  /// The line above that is indented less.
  private var parents: [Int32]
  /// The first line that is not blank, at or below.
  private var texts: [Int32]
  /// The first line that starts a function or class, at or below.
  private var definitions: [Int32]

  /// Lines count from 1; 0 stands for none.
  init(_ source: PythonSource) {
    self.source = source
    widths = Array(repeating: 0, count: source.lineCount + 2)
    parents = widths
    texts = widths
    definitions = widths
    var isBlank = [Bool](repeating: true, count: source.lineCount + 2)
    for line in stride(from: source.lineCount, through: 1, by: -1) {
      let indent = source.indent(ofLine: line)
      widths[line] = Int32(truncatingIfNeeded: indent.width)
      isBlank[line] = indent.text == nil
      let isDefinition = indent.text.map { source.startsDefinition(at: $0) } ?? false
      texts[line] = isBlank[line] ? texts[line + 1] : Int32(truncatingIfNeeded: line)
      definitions[line] = isDefinition ? Int32(truncatingIfNeeded: line) : definitions[line + 1]
    }
    findParents(isBlank)
  }

  private mutating func findParents(_ isBlank: [Bool]) {
    var open = [Int]()
    for line in stride(from: 1, through: source.lineCount, by: 1) {
      if !isBlank[line] {
        while let last = open.last, widths[last] >= widths[line] { open.removeLast() }
      }
      parents[line] = Int32(truncatingIfNeeded: open.last ?? 0)
      if !isBlank[line] { open.append(line) }
    }
  }
}

extension LineIndents {
  /// The width of a line's indent; 0 if there is no such line.
  func width(ofLine line: Int) -> Int { Int(value(widths, line) ?? 0) }

  /// The next line that is not blank, at or below a line.
  func nextText(from line: Int) -> Int? { value(texts, line).map(Int.init) }

  /// The next line that starts a function or class, at or below a line.
  func nextDefinition(from line: Int) -> Int? { value(definitions, line).map(Int.init) }

  private func value(_ values: [Int32], _ line: Int) -> Int32? {
    values.indices.contains(line) && values[line] != 0 ? values[line] : nil
  }

  /// Whether the innermost of the blocks around something at an indent is a function.
  ///
  /// What encloses it is looked for from a line upwards, among the lines as they are written.
  func isInFunction(from line: Int, indent: Int) -> Bool {
    var line: Int? = isBlank(line) ? value(parents, line).map(Int.init) : line
    while let above = line, above > 0 {
      if width(ofLine: above) < indent {
        if source.startsFunction(ofLine: above) { return true }
        if width(ofLine: above) == 0 { return false }
      }
      line = value(parents, above).map(Int.init)
    }
    return false
  }

  private func isBlank(_ line: Int) -> Bool { nextText(from: line) != line }
}

extension PythonSource {
  fileprivate func startsDefinition(at offset: Int) -> Bool {
    switch bytes[offset] {
    case UInt8(ascii: "a"), UInt8(ascii: "c"), UInt8(ascii: "d"):
      return bytes.span.extracting(offset..<end(ofLineAt: offset)).startsDefinition
    default: return false
    }
  }

  fileprivate func startsFunction(ofLine line: Int) -> Bool {
    guard let text = indent(ofLine: line).text else { return false }
    return bytes.span.extracting(text..<range(ofLine: line).upperBound).startsFunction
  }

  private func end(ofLineAt offset: Int) -> Int {
    bytes.span.firstIndex(of: 0x0A, from: offset) ?? bytes.count
  }
}
