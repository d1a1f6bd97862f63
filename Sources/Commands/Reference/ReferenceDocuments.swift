import ElementLint
import Reporting

/// The pages of `docs/` that are made from what the program knows.
enum ReferenceDocuments {
  /// Paths below `docs/`, with their texts.
  static var all: [(path: String, text: String)] {
    let rules = RuleCatalog.all.map { (path: "rules/\($0.code).md", text: RulePage($0).markdown) }
    return rules + [
      (path: "rules/README.md", text: RuleIndex(RuleCatalog.all).markdown),
      (path: "tie-check.schema.json", text: "\(ConfigurationSchema.json)\n"),
    ]
  }
}
