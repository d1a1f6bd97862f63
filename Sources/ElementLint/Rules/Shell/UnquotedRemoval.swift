import Diagnostics
import ShellSyntax

/// Flags unquoted expansions that `rm -r` gets.
struct UnquotedRemoval: ShellRule {
  static let metadata = RuleMetadata(
    code: "SH838",
    name: "unquoted-removal",
    severity: .info,
    rationale: """
      A blank in the value makes two names of one, and a pattern in it matches others: `rm -r` then deletes
      something else. Quote the expansion.
      """,
    flagged: ["rm -rf «$FOO»\n", "sudo rm -r «/opt/$FOO/bar»\n"],
    accepted: ["rm -rf \"$FOO\"\n", "rm -f $FOO\n", "FOO=/opt/foo\nrm -rf $FOO\n"])

  func check(_ script: LintedScript) -> [Finding] {
    script.invocations(of: "rm").filter { $0.hasOption("r", "--recursive") || $0.hasOption("R") }
      .flatMap(\.operands)
      .filter { $0.canBeSplit && !script.isSafe($0) }
      .map { word in
        finding(
          "a blank in the value makes other files go", at: word.location, hint: "quote it",
          fix: word.quotingFix)
      }
  }
}

extension LintedScript {
  /// Whether all variables in the word have values of one word, or come from `mktemp`.
  fileprivate func isSafe(_ word: ShellWord) -> Bool {
    word.expansions.allSatisfy { part in
      guard case .parameter(let expansion) = part.content else { return false }
      return isSurelyOneWord(expansion) || isTemporary(expansion.name)
    }
  }

  private func isTemporary(_ name: String) -> Bool {
    let values = variables.assignments[name] ?? []
    return !values.isEmpty && values.allSatisfy { $0.value.text.contains("mktemp") }
  }
}
