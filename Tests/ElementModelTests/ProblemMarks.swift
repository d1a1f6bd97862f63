import Diagnostics
import ElementModel
import SystemPackage
import TestSupport
import Testing

/// Expects a problem of each of `kinds` at the text between each `«` and `»`, in order, and no other.
func expectProblems(
  _ kinds: [FormatProblem.Kind], in marked: String,
  sourceLocation: Testing.SourceLocation = #_sourceLocation,
  _ parse: ([UInt8], FilePath) -> [FormatProblem]
) {
  let (text, ranges) = unmarked(marked)
  let found = parse(Array(text.utf8), "file").sorted { $0.location < $1.location }
  #expect(found.map(\.kind) == kinds, sourceLocation: sourceLocation)
  #expect(
    found.map { [$0.location.start, $0.location.end] } == ranges.map { [$0.start, $0.end] },
    sourceLocation: sourceLocation)
}

/// Expects that the only problem of `text` has a fix, and that it makes `fixed` of it.
func expectFix(
  of text: String, is fixed: String?, sourceLocation: Testing.SourceLocation = #_sourceLocation,
  _ parse: ([UInt8], FilePath) -> [FormatProblem]
) {
  let problems = parse(Array(text.utf8), "file")
  #expect(problems.count == 1, sourceLocation: sourceLocation)
  let result = problems.first?.fix.map { applied($0.edits, to: text) }
  #expect(result == fixed, sourceLocation: sourceLocation)
}

private struct Mark {
  let start: SourcePosition
  var end: SourcePosition?
}

/// The text without marks, and the places of the marks in order; nested ones by their start.
private func unmarked(_ marked: String) -> (text: String, marks: [Mark]) {
  var text = String.UnicodeScalarView()
  var marks: [Mark] = []
  var open: [Int] = []
  var position = SourcePosition(line: 1)
  for scalar in marked.unicodeScalars {
    switch scalar {
    case "«":
      open.append(marks.count)
      marks.append(Mark(start: position))
    case "»": if let index = open.popLast() { marks[index].end = position }
    default:
      text.append(scalar)
      position.column += 1
      if scalar == "\n" { position = SourcePosition(line: position.line + 1) }
    }
  }
  return (String(text), marks)
}
