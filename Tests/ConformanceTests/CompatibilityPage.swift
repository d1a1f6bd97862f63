/// `docs/compatibility.md`: what users of diskimage-builder can rely on.
struct CompatibilityPage {
  /// The page, in Markdown.
  var text: String {
    ([introduction] + [exceptions] + Facts.areas.map(section)).joined(separator: "\n")
  }

  private var introduction: String {
    let met = Facts.all.count(where: \.isMet)
    return """
      # Compatibility with diskimage-builder

      `disk-image-create` of this package does what diskimage-builder 3.43 does, wherever elements,
      scripts or images can depend on it: \(Facts.all.count) facts, of which \(met) are met, each proved by a test of its
      name in `Tests/ConformanceTests`. This page is generated from the list that the tests check
      (`make golden` writes it anew).

      **=** stands for the same behaviour, **+** for more than that, **≠** for another one.

      """
  }

  private var exceptions: String {
    let rows = Facts.all.filter { !$0.isMet }.map { "- \($0.testName): \(note($0) ?? "")\n" }
    return "## What is different\n\n\(rows.joined())"
  }

  private func section(_ area: (title: String, facts: [Fact])) -> String {
    let rows = area.facts.map { fact in
      let statement = [fact.statement, note(fact)].compactMap(\.self).joined(separator: ". ")
      return "| \(fact.id) | \(sign(fact)) | \(statement) |\n"
    }
    return "## \(area.title)\n\n| Fact | | |\n|---|---|---|\n\(rows.joined())"
  }

  private func sign(_ fact: Fact) -> String {
    switch fact.status {
    case .holds: "="
    case .superset: "+"
    case .differs, .unreachable: "≠"
    }
  }

  private func note(_ fact: Fact) -> String? {
    switch fact.status {
    case .holds: nil
    case .superset(let reason), .differs(let reason), .unreachable(let reason): reason
    }
  }
}
