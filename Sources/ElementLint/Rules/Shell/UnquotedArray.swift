import Diagnostics
import ShellSyntax

/// Flags `$@` and whole arrays without quotes.
struct UnquotedArray: ShellRule {
  static let metadata = RuleMetadata(
    code: "SH833",
    name: "unquoted-array",
    severity: .warning,
    rationale: """
      `$@` and `${foo[@]}` without quotes are split at blanks again and their patterns expanded, which
      undoes what they are for. Quoted, each element is one word.
      """,
    flagged: [
      "foo() {\n    rm -f «$@»\n}\n", "cp «${foo[@]}» /bar\n",
      "for foo in «$@»; do\n    date\ndone\n",
    ],
    accepted: [
      "foo() {\n    rm -f \"$@\"\n}\n", "foo=$@\necho $*\n",
      "if [ ${#foo[@]} -gt 0 ]; then\n    date\nfi\n",
      "[[ $@ = foo ]]\n",
    ])

  func check(_ script: LintedScript) -> [Finding] {
    let words =
      script.syntax.commands.filter { $0.name != "echo" }.flatMap { Array($0.arguments) }
      + script.syntax.compounds.filter { $0.kind == .forLoop }.flatMap { Array($0.words) }
    return words.filter { $0.text.contains("@") && ShellAssignment($0) == nil }
      .flatMap { word in word.parts.compactMap { $0.wholeArray }.map { (word, $0) } }
      .map { word, place in
        finding(
          "the elements are split at blanks", at: place.location, hint: "put quotes around it",
          fix: word.text == place.text
            ? Finding.Fix(
              "quote it", replacing: place.location, with: "\"\(place.text)\"") : nil)
      }
  }
}

extension ShellPart {
  /// The part, if it is `$@` or an array as a whole.
  fileprivate var wholeArray: ShellPart? {
    guard case .parameter(let expansion) = content, expansion.operation == .value else {
      return nil
    }
    return expansion.name == "@" || expansion.index == "@" ? self : nil
  }
}
