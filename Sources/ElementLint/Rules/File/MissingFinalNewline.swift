import Diagnostics
import Documents

/// Flags files whose last line does not end.
struct MissingFinalNewline: FileRule {
  static let metadata = RuleMetadata(
    code: "FS203",
    name: "missing-final-newline",
    severity: .info,
    rationale: """
      A last line without its end is no line to many tools: shells skip it in `while read` loops, and
      text that is appended lands on it.
      """,
    flagged: [
      ["foo/element-deps": "base\nvm«»"],
      "#!/bin/bash\necho foo«»",
    ],
    accepted: ["#!/bin/bash\necho foo\n", ["foo/static/etc/machine-id": ""]],
    aliases: ["E004"],
    legacyNames: ["newline"])

  func check(_ file: LintedFile) -> [Finding] {
    guard isChecked(file), let text = file.text, !text.bytes.isEmpty, !text.endsWithNewline else {
      return []
    }
    let end = text.location(text.bytes.count..<text.bytes.count)
    return [
      finding(
        "no newline at end of file", at: end, hint: "end the last line",
        fix: Finding.Fix("add a newline", edits: [Finding.Edit(replacing: end, with: "\n")]))
    ]
  }

  /// Lists of source repositories have a rule of their own; the image's files may be as they like.
  private func isChecked(_ file: LintedFile) -> Bool {
    file.role != .sourceRepository && (file.language.isSource || file.language == .markup)
  }
}
