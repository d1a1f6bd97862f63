import Diagnostics
import ElementModel

/// Flags elements that depend on themselves.
struct SelfDependency: ElementRule {
  static let metadata = RuleMetadata(
    code: "DP302",
    name: "self-dependency",
    severity: .error,
    rationale: "An element that needs itself says nothing; another one was probably meant.",
    flagged: [["foo/element-deps": "«foo»\n"]],
    accepted: [["foo/element-deps": "bar\n"]],
    suppression: .none)

  func check(_ element: LintedElement) -> [Finding] {
    element.dependencies
      .filter { $0.name == element.name }
      .map {
        finding(
          "element depends on itself", at: $0.location, hint: "remove the line",
          fix: .removingLine(of: $0.location))
      }
  }
}
