import Diagnostics
import PythonSyntax

/// Follows the tokens of a statement of several lines, and what the indents of its lines may be.
///
/// PEP 8, "Indentation": a line inside of brackets either lines up with what stands behind the
/// opening bracket (visual), or hangs one level in when the bracket ends its line.
struct ContinuationWalk {
  let python: LintedPython
  let line: LogicalLine
  let firstLine: Int
  let isBlockOpener: Bool
  let hangs: [Int]
  /// The line that the walk is on, counted from the first one.
  var row = 0
  /// How much more than the first line each line is indented.
  var indents: [Int]
  /// How many brackets that are still open were opened on each line.
  var openings: [Int]
  /// The brackets around, outermost first; the statement itself is the first.
  var levels: [BracketLevel]
  /// The lines on which brackets of each depth were opened; siblings share them.
  var openLines = [OpenLines(indent: 0)]
  var chances = IndentChances()
  var lastIndent: Int
  /// What the indent of the last line lines up with.
  var alignment = IndentChances.Kind.none
  var isBehindMultilineToken = false

  init(_ line: LogicalLine, of python: LintedPython) {
    let tokens = python.logical.tokens
    let first = tokens[line.tokens.lowerBound]
    self.python = python
    self.line = line
    firstLine = first.line
    isBlockOpener = python.opensBlock(line)
    let size = python.options.indentSize
    hangs = python.indentCharacter == UInt8(ascii: "\t") ? [size, size * 2] : [size]
    indents = Array(repeating: 0, count: line.lastLine - first.line + 1)
    openings = indents
    lastIndent = first.column
    levels = [BracketLevel(visualIndent: first.column)]
  }

  mutating func run(_ report: inout PythonReport) {
    for index in line.tokens {
      let token = python.logical.tokens[index]
      if startsLine(token) { checkIndent(of: token, &report) }
      noteAlignment(token)
      if token.kind.isOperator { follow(token) }
      isBehindMultilineToken = token.line < token.endLine
      if isBehindMultilineToken { indents[token.endLine - firstLine] = indents[row] }
    }
    checkBlock(&report)
  }

  /// Whether the token is the first one of a line that no string reaches into.
  private mutating func startsLine(_ token: PlacedToken) -> Bool {
    guard row < token.line - firstLine else { return false }
    row = token.line - firstLine
    return !isBehindMultilineToken && token.kind != .newline && token.kind != .blankNewline
  }

  /// The last line of what opens a block should not look like the first one of the block.
  private func checkBlock(_ report: inout PythonReport) {
    let level = line.indentLevel + python.options.indentSize
    guard isBlockOpener, python.source.indentWidth(ofLine: line.lastLine) == level else { return }
    let column = (levels.first?.visualIndent ?? 0) + python.options.indentSize
    let place = TokenPlace(line: line.lastLine, column: column)
    let isVisual = alignment != .none
    report.add(
      isVisual ? "E129" : "E125", at: place,
      "\(isVisual ? "visually indented" : "continuation") line with same indent as next logical line"
    )
  }
}

/// A bracket that is open.
struct BracketLevel {
  /// The column that lines inside line up with; 0 while nothing stands behind the bracket.
  var visualIndent = 0
  /// How far the lines inside hang.
  var hang: Int?
}
