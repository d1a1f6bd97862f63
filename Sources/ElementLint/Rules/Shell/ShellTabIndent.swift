import Diagnostics
import Documents

/// Flags tabs in the indent of shell code; bashate's rule.
struct ShellTabIndent: ShellRule {
  static let metadata = RuleMetadata(
    code: "E002",
    name: "shell-tab-indent",
    severity: .info,
    rationale: """
      Scripts are indented with blanks. Tabs are needed only in here-documents after `<<-`, which are
      left alone.
      """,
    flagged: ["if true; then\n«\t»echo foo\nfi\n"],
    accepted: ["if true; then\n    echo foo\nfi\n", "cat <<-EOF\n\tfoo\n\tEOF\n"],
    legacyNames: ["tabindent"])

  func check(_ script: LintedScript) -> [Finding] {
    script.indents { $0.contains(UInt8(ascii: "\t")) }.map { indent in
      finding(
        "tab in the indent", at: script.text.location(indent), hint: "use four blanks a level",
        fix: script.text.bytes[indent].allSatisfy { $0 == UInt8(ascii: "\t") }
          ? Finding.Fix(
            "use blanks", replacing: script.text.location(indent),
            with: String(repeating: "    ", count: indent.count)) : nil)
    }
  }
}
