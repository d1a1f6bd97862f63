import Diagnostics

/// Flags `#!` lines in environment files.
struct EnvironmentShebang: FileRule {
  static let metadata = RuleMetadata(
    code: "EN708",
    name: "environment-shebang",
    severity: .info,
    rationale: "Files in `environment.d` are sourced by Bash, so their `#!` line means nothing.",
    flagged: [["foo/environment.d/10-foo": "«#!/bin/bash»\nexport FOO=1\n"]],
    accepted: [["foo/environment.d/10-foo": "export FOO=1\n"]],
    suppression: .file)

  func check(_ file: LintedFile) -> [Finding] {
    guard file.role == .environment, file.shebang != nil else { return [] }
    return [
      finding(
        "sourced file has a `#!` line", at: file.firstLine, hint: "remove the line",
        fix: file.text.map { Finding.Fix("remove the line", removingLine: 1, of: $0) })
    ]
  }
}
