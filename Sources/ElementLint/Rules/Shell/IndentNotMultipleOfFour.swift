import Diagnostics

/// Flags indents that are no multiple of four; bashate's rule.
struct IndentNotMultipleOfFour: ShellRule {
  static let metadata = RuleMetadata(
    code: "E003",
    name: "indent-not-multiple-of-four",
    severity: .info,
    rationale: """
      Shell code is indented by four blanks a level. Continued lines, strings and here-documents may
      line up with what they belong to.
      """,
    flagged: ["if true; then\n«  »echo foo\nfi\n"],
    accepted: [
      "if true; then\n    echo foo\nfi\n",
      "curl --fail \\\n  --output foo\n",
      "cat <<EOF\n  foo\nEOF\n",
    ],
    legacyNames: ["indent"])

  func check(_ script: LintedScript) -> [Finding] {
    script.indents { $0.count % 4 != 0 && !$0.contains(UInt8(ascii: "\t")) }.map { indent in
      finding(
        "indent is not a multiple of four", at: script.text.location(indent),
        hint: "indent by four blanks a level")
    }
  }
}
