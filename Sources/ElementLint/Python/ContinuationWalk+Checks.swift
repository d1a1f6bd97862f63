import Diagnostics
import PythonSyntax

extension ContinuationWalk {
  /// Judges the indent of the line that starts with the token.
  mutating func checkIndent(of token: PlacedToken, _ report: inout PythonReport) {
    let depth = levels.count - 1
    lastIndent = token.column
    indents[row] = python.source.indentWidth(ofLine: token.line) - line.indentLevel
    var (hang, isHanging) = hangFromOpening()
    if let usual = levels[depth].hang { isHanging = hang == usual }
    alignment = !token.kind.isClosing && hang > 0 ? chances[token.column] : .none
    let visual = levels[depth].visualIndent
    if token.kind.isClosing, visual != 0 || hang == 0 {
      checkClosing(token, visual: visual, &report)
    } else if visual != 0, token.column < visual {
      guard alignment != .bracket else { return }
      add("E128", token, "continuation line under-indented for visual indent", &report)
    } else if isHanging || isBlockOpener && indents[row] == 2 * python.options.indentSize {
      levels[depth].hang = hang == 0 ? nil : hang
      guard token.kind.isClosing, !python.options.hangClosing else { return }
      add(
        "E123", token, "closing bracket does not match indentation of opening bracket's line",
        &report)
    } else if alignment == .bracket {
      levels[depth].visualIndent = token.column
    } else if alignment != .text, alignment != .sameAs(token.kind) {
      reportBroken(token, hang: hang, &report)
    }
  }

  /// How far the line is indented from one of those that opened a bracket of this depth, and
  /// whether that is one level.
  private func hangFromOpening() -> (hang: Int, isHanging: Bool) {
    let opened = openLines[levels.count - 1]
    for indent in opened.indents.reversed() where hangs.contains(indents[row] - indent) {
      return (indents[row] - indent, true)
    }
    return (indents[row] - opened.first, false)
  }

  /// A closing bracket lines up with what it encloses, or with the line that its pair is on.
  private func checkClosing(_ token: PlacedToken, visual: Int, _ report: inout PythonReport) {
    if visual == 0 {
      guard python.options.hangClosing else { return }
      add("E133", token, "closing bracket is missing indentation", &report)
    } else if token.column != visual {
      add("E124", token, "closing bracket does not match visual indentation", &report)
    }
  }

  /// The indent fits nothing.
  private mutating func reportBroken(
    _ token: PlacedToken, hang: Int, _ report: inout PythonReport
  ) {
    let depth = levels.count - 1
    if hang <= 0 {
      add("E122", token, "continuation line missing indentation or outdented", &report)
    } else if levels[depth].visualIndent != 0 {
      add("E127", token, "continuation line over-indented for visual indent", &report)
    } else if !token.kind.isClosing, levels[depth].hang != nil {
      add("E131", token, "continuation line unaligned for hanging indent", &report)
    } else {
      levels[depth].hang = hang
      let isOver = hang > python.options.indentSize
      add(
        isOver ? "E126" : "E121", token,
        "continuation line \(isOver ? "over" : "under")-indented for hanging indent", &report)
    }
  }

  private func add(
    _ code: RuleCode, _ token: PlacedToken, _ message: @autoclosure () -> String,
    _ report: inout PythonReport
  ) {
    report.add(code, at: token.place, message())
  }
}
