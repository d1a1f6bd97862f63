import Diagnostics
import ElementModel

/// Flags names that stand twice in a list.
struct DuplicateDependency: ElementRule {
  static let metadata = RuleMetadata(
    code: "DP306",
    name: "duplicate-dependency",
    severity: .warning,
    rationale: "A name counts once, however often it is written.",
    flagged: [["foo/element-deps": "bar\nbaz\n«bar»\n"]],
    accepted: [["foo/element-deps": "bar\nbaz\n", "foo/element-provides": "qux\n"]],
    suppression: .none)

  func check(_ element: LintedElement) -> [Finding] {
    duplicates(in: element.dependencies) + duplicates(in: element.provides)
  }

  private func duplicates(in list: [ElementReference]) -> [Finding] {
    var seen = Set<ElementName>()
    return list.filter { !seen.insert($0.name).inserted }.map {
      finding(
        "`\($0.name)` is listed already", at: $0.location, hint: "remove the line",
        fix: .removingLine(of: $0.location))
    }
  }
}
