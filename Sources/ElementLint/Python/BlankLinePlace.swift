import Diagnostics
import PythonSyntax

/// A statement or comment, and what the rule about blank lines has to know of its surroundings.
struct BlankLinePlace {
  private let line: LogicalLine
  private let python: LintedPython
  private let indents: LineIndents

  init(_ line: LogicalLine, of python: LintedPython, _ indents: LineIndents) {
    self.line = line
    self.python = python
    self.indents = indents
  }

  typealias Problem = (code: RuleCode, message: String)

  /// What is wrong with the blank lines above.
  var problem: Problem? {
    guard line.previous != nil || line.blankLinesBefore >= 2 else { return nil }
    if isDecorated { return line.blankLines > 0 ? behindDecorator : nil }
    if line.blankLines > 2 || line.indentLevel > 0 && line.blankLines == 2 {
      return ("E303", "too many blank lines (\(line.blankLines))")
    }
    if python.ask(line, { $0.startsDefinition }) { return beforeDefinition }
    guard !line.isComment, line.indentLevel == 0, line.blankLinesBefore != 2, isBehindDefinition
    else { return nil }
    return (
      "E305",
      "expected 2 blank lines after class or function definition, found \(line.blankLinesBefore)"
    )
  }

  private var behindDecorator: Problem {
    ("E304", "blank lines found after function decorator (\(line.blankLines))")
  }

  private var beforeDefinition: Problem? {
    if line.blankLinesBefore == 0, isOneLiner { return nil }
    guard line.indentLevel > 0 else {
      guard line.blankLinesBefore != 2 else { return nil }
      return ("E302", "expected 2 blank lines, found \(line.blankLinesBefore)")
    }
    guard line.blankLinesBefore != 1, !isFirstOfBlock else { return nil }
    return indents.isInFunction(from: line.lastLine - 1, indent: line.indentLevel)
      ? ("E306", "expected 1 blank line before a nested definition, found 0")
      : ("E301", "expected 1 blank line, found 0")
  }

  /// Whether nothing, or a docstring, stands between the definition and what encloses it.
  private var isFirstOfBlock: Bool {
    guard let above = python.previous(of: line) else { return line.indentLevel > 0 }
    return above.indentLevel < line.indentLevel || python.ask(above) { $0.startsDocstring }
  }

  private var isDecorated: Bool {
    python.previous(of: line).map { python.ask($0) { $0.byte(0) == UInt8(ascii: "@") } } ?? false
  }

  private var isBehindDefinition: Bool {
    guard let index = line.previousUnindented else { return false }
    return python.ask(python.logical.lines[index]) {
      $0.has("def ", at: 0) || $0.has("class ", at: 0)
    }
  }

  /// Whether the definition has no block below it, so that it may stand in a group.
  private var isOneLiner: Bool {
    guard indents.width(ofLine: line.lastLine - 1) <= line.indentLevel,
      let definition = indents.nextDefinition(from: line.lastLine)
    else { return false }
    guard let next = indents.nextText(from: definition + 1) else { return true }
    return indents.width(ofLine: next) <= line.indentLevel
  }
}

extension Span<UInt8> {
  fileprivate var startsDocstring: Bool {
    var index = byte(0) == UInt8(ascii: "u") ? 1 : 0
    if byte(index) == UInt8(ascii: "r") { index += 1 }
    return byte(index) == UInt8(ascii: "\"") || byte(index) == UInt8(ascii: "'")
  }
}
