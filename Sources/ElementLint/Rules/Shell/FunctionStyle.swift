import Diagnostics
import Documents
import ShellSyntax

/// Flags functions that begin with `function` but not as they should; bashate's rule.
struct FunctionStyle: ShellRule {
  static let metadata = RuleMetadata(
    code: "E020",
    name: "function-style",
    severity: .info,
    rationale: """
      A function is declared as `function name {` on a line of its own, or as `name() {`. The mixture
      `function name() {` says the same thing twice.
      """,
    flagged: [
      "«function foo()» {\n    date\n}\n", "«function  foo» {\n    date\n}\n",
      "«function foo»\n{\n    date\n}\n",
    ],
    accepted: ["function foo {\n    date\n}\n", "foo() {\n    date\n}\n"])

  func check(_ script: LintedScript) -> [Finding] {
    script.syntax.functions.filter(\.usesKeyword).compactMap { function in
      guard let body = function.body, let header = script.header(of: function, before: body),
        header.text != "function \(function.nameWord.text) "
      else { return nil }
      let canBeJoined = body.kind == .group && !header.text.contains("#")
      let form = "function \(function.nameWord.text) "
      return finding(
        "function is not declared as `function name {`", at: header.location.trimmed(header.text),
        hint: "write `function name {` on one line",
        fix: canBeJoined
          ? Finding.Fix("write `\(form){`", replacing: header.location, with: form) : nil)
    }
  }
}

extension LintedScript {
  /// What stands before a function's body.
  fileprivate func header(
    of function: ShellFunction, before body: ShellCompound
  ) -> (location: SourceLocation, text: String)? {
    guard let start = function.location.start, let end = body.location.start else { return nil }
    let lines = (start.line...end.line).map { line in
      let scalars = text.text(ofLine: line).unicodeScalars
      let last = line == end.line ? end.column - 1 : scalars.count
      return String(scalars.prefix(last).dropFirst(line == start.line ? start.column - 1 : 0))
    }
    return (SourceLocation(text.path, start, to: end), lines.joined(separator: "\n"))
  }
}

extension SourceLocation {
  /// The same less the white space at the end of its text, as far as it is of one line.
  fileprivate func trimmed(_ text: String) -> SourceLocation {
    guard let start else { return self }
    let line = text.prefix { $0 != "\n" }.unicodeScalars.reversed().drop { $0 == " " }
    let end = SourcePosition(line: start.line, column: start.column + line.count)
    return SourceLocation(path, start, to: end)
  }
}
