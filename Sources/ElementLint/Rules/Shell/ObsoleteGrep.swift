import Diagnostics
import ShellSyntax

/// Flags `egrep` and `fgrep`.
struct ObsoleteGrep: ShellRule {
  static let metadata = RuleMetadata(
    code: "SH827",
    name: "obsolete-grep",
    severity: .info,
    rationale: """
      `egrep` and `fgrep` are obsolete: newer versions warn on each use, and some systems no longer have them.
      Use `grep -E` and `grep -F`.
      """,
    flagged: ["date | «egrep» 'a|b'\n"],
    accepted: ["date | grep -E 'a|b'\n", "echo egrep\n"])

  func check(_ script: LintedScript) -> [Finding] {
    script.invocations(of: "egrep", "fgrep").map { grep in
      let modern = grep.name == "egrep" ? "grep -E" : "grep -F"
      return finding(
        "`\(grep.name)` is obsolete", at: grep.word.location, hint: "use `\(modern)`",
        fix: grep.word.text == grep.name
          ? Finding.Fix("use `\(modern)`", replacing: grep.word.location, with: modern) : nil)
    }
  }
}
