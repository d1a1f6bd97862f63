import Diagnostics
import ElementModel

/// Flags elements that provide themselves, or need what they provide.
struct ProvidedDependency: ElementRule {
  static let metadata = RuleMetadata(
    code: "DP307",
    name: "provided-dependency",
    severity: .warning,
    rationale: """
      An element that provides its own name is removed from the build as soon as it is asked for. A
      name that an element both needs and provides is satisfied by the element itself.
      """,
    flagged: [
      ["foo/element-provides": "«foo»\n"],
      ["foo/element-deps": "«bar»\n", "foo/element-provides": "bar\n"],
    ],
    accepted: [["foo/element-deps": "bar\n", "foo/element-provides": "baz\n"]],
    suppression: .none)

  func check(_ element: LintedElement) -> [Finding] {
    let ownName = element.provides.filter { $0.name == element.name }.map {
      finding(
        "element provides itself", at: $0.location, hint: "remove the line",
        fix: .removingLine(of: $0.location))
    }
    let provided = Set(element.provides.map(\.name)).subtracting([element.name])
    let needed = element.dependencies.filter { provided.contains($0.name) }.map {
      finding(
        "element provides `\($0.name)` itself", at: $0.location, hint: "remove the line",
        fix: .removingLine(of: $0.location))
    }
    return ownName + needed
  }
}
