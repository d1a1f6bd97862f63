import Diagnostics
import ElementModel

/// Flags package names that are translated for some distributions only.
struct UnmappedFamily: DocumentRule {
  static let metadata = RuleMetadata(
    code: "PK412",
    name: "unmapped-family",
    severity: .info,
    rationale: """
      Where a `pkg-map` does not translate a name, the name itself is installed. That is right if the
      package is called so there; a `default` says that somebody thought of it.
      """,
    flagged: [["foo/pkg-map": "{\"family\": {\"debian\": {«\"vim\"»: \"vim-nox\"}}}\n"]],
    accepted: [
      [
        "foo/pkg-map":
          "{\"default\": {\"vim\": \"vim\"}, \"family\": {\"debian\": {\"vim\": \"vim-nox\"}}}\n"
      ],
      [
        "foo/pkg-map": """
        {"family": {"debian": {"vim": "vim-nox"}, "redhat": {"vim": "vim"}, "suse": {"vim": "vim"}},
         "distro": {"gentoo": {"vim": ""}}}

        """
      ],
    ],
    suppression: .none,
    isOptIn: true)

  func check(_ document: LintedDocument) -> [Finding] {
    Dictionary(grouping: document.translations, by: \.name).values.compactMap { entries in
      guard let first = entries.first else { return nil }
      let missing = missingFamilies(of: Set(entries.map(\.level)))
      guard !missing.isEmpty else { return nil }
      let list = missing.map { "`\($0)`" }.joined(separator: ", ")
      return finding(
        "nothing says what `\(first.name)` is called on \(list)", at: first.location,
        hint: "add it to `default`, or to each family")
    }
  }

  private func missingFamilies(of levels: Set<PackageMap.Level>) -> [String] {
    guard !levels.contains(.default) else { return [] }
    let unmapped = Distributions.families.filter { distribution, family in
      !levels.contains(.family(family)) && !levels.contains(.distribution(distribution))
    }
    return Set(unmapped.values).sorted()
  }
}
