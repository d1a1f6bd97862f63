import Diagnostics

/// Flags comments that silence rules which do not exist.
struct UnknownSuppressedRule: FileRule {
  static let metadata = RuleMetadata(
    code: "TC101",
    name: "unknown-suppressed-rule",
    severity: .warning,
    rationale: """
      A suppression with a misspelt rule silences nothing, and one of a rule that is gone hides
      nothing any more. Name rules by code or by name; `tie-check rules` lists them.
      """,
    flagged: [
      "export SUITE=$(cut -f1 suite)  # tie-check: disable=«mask-exit-status»\n",
      "# tie-check: disable=SH805,«SH999» sourced by old hooks\n",
      "#!/bin/bash\n# dib-lint: disable=sete «setuu»\n",
    ],
    accepted: [
      "export SUITE=$(cut -f1 suite)  # tie-check: disable=masked-exit-status\n",
      "#!/bin/bash\n# dib-lint: disable=sete setu\n",
      ["foo/bin/foo": .executable("#!/usr/bin/python3\n# tie-check: disable=E501\n")],
    ])

  private static let legacyNames = Set(RuleCatalog.all.flatMap(\.legacyNames))

  func check(_ file: LintedFile) -> [Finding] {
    // Python files name flake8's codes, plug-ins' among them.
    guard file.language != .python else { return [] }
    // To look for similar names takes long, and a name may stand in every line.
    var hints = [SuppressionComment.Dialect: [String: String]]()
    return file.suppressions.comments.flatMap { comment in
      unknownNames(in: comment).map { name in
        let hint = hints[comment.dialect]?[name.text] ?? hint(for: name.text, comment)
        hints[comment.dialect, default: [:]][name.text] = hint
        return finding("no rule is called `\(name.text)`", at: name.location, hint: hint)
      }
    }
  }

  /// The names that mean nothing, each once.
  private func unknownNames(in comment: SuppressionComment) -> [SuppressionComment.Name] {
    var seen = Set<String>()
    return comment.names.filter {
      !isKnown($0.text, in: comment.dialect) && seen.insert($0.text).inserted
    }
  }

  private func isKnown(_ name: String, in dialect: SuppressionComment.Dialect) -> Bool {
    switch dialect {
    case .own: RuleCatalog.known(name) != nil || RuleCode(rawValue: name).isForeign
    case .dibLint: Self.legacyNames.contains(name)
    }
  }

  private func hint(for name: String, _ comment: SuppressionComment) -> String {
    switch comment.dialect {
    case .own: RuleCatalog.hint(forUnknown: name)
    case .dibLint: "dib-lint knows \(Self.legacyNames.sorted().joined(separator: ", "))"
    }
  }
}
