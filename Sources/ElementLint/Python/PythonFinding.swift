package import Diagnostics
import PythonSyntax

/// A finding in a Python file, in flake8's words.
package struct PythonFinding: Sendable {
  /// The code of the rule, one of several that a `PythonRule` may have.
  package let code: RuleCode
  /// The 1-based line.
  package let line: Int
  /// The 1-based column, in characters.
  package let column: Int
  /// The column that flake8 prints, which counts bytes where a rule looks at the tree.
  package let printedColumn: Int
  /// What is wrong.
  package let text: String
}

/// Collects what the rules find in one Python file.
struct PythonReport: Sendable {
  /// The codes that are wanted; what has another code is dropped.
  private let codes: Set<RuleCode>
  private(set) var findings = [PythonFinding]()

  init(_ codes: Set<RuleCode>) { self.codes = codes }

  /// Whether findings with the code are wanted.
  func wants(_ code: RuleCode) -> Bool { codes.contains(code) }

  /// Adds a finding at a place.
  mutating func add(_ code: RuleCode, at place: TokenPlace, _ text: @autoclosure () -> String) {
    guard wants(code) else { return }
    let column = place.column + 1
    findings.append(
      PythonFinding(
        code: code, line: place.line, column: column, printedColumn: column, text: text()))
  }

  /// Adds a finding at a byte of the source, where a node of the tree starts.
  mutating func add(
    _ code: RuleCode, atByte offset: Int, of source: PythonSource, _ text: @autoclosure () -> String
  ) {
    guard wants(code) else { return }
    let line = source.line(of: offset)
    findings.append(
      PythonFinding(
        code: code, line: line, column: source.column(of: offset, line: line) + 1,
        printedColumn: offset - source.start(ofLine: line) + 1, text: text()))
  }

  /// Adds a finding at an offset in the text of a logical line.
  mutating func add(
    _ code: RuleCode, at offset: Int, in line: LogicalLine, of python: LintedPython,
    _ text: @autoclosure () -> String
  ) {
    guard wants(code), let place = python.logical.place(of: offset, in: line) else { return }
    add(code, at: place, text())
  }
}
