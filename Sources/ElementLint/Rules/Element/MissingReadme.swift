import Diagnostics
import ElementModel

/// Flags elements that do not say what they are for.
struct MissingReadme: ElementRule {
  static let metadata = RuleMetadata(
    code: "DC101",
    name: "missing-readme",
    severity: .warning,
    rationale: "`README.rst` says what the element is for and which variables it reads.",
    flagged: [["«foo»/element-deps": "bar\n"]],
    accepted: [["foo/element-deps": "bar\n", "foo/README.rst": "===\nfoo\n===\n"]],
    suppression: .none)

  func check(_ element: LintedElement) -> [Finding] {
    guard !element.isTestElement, element.element.faults.isEmpty,
      !element.files.contains(where: { $0.role == .readme })
    else {
      return []
    }
    return [finding("element has no README", at: element.location, hint: "write a `README.rst`")]
  }
}
