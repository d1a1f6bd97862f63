import Diagnostics
import ElementModel

/// Flags rows that cannot be names.
struct MalformedDependency: ElementRule {
  static let metadata = RuleMetadata(
    code: "DP304",
    name: "malformed-dependency",
    severity: .error,
    rationale: """
      `element-deps` and `element-provides` know no comments and no lists: each line, less the blanks
      around it, is taken as one name, and the build stops because there is no such element.
      """,
    flagged: [
      ["foo/element-deps": "«# needed for pip»\nbar\n"],
      ["foo/element-deps": "«bar baz»\n"],
      ["foo/element-provides": "«foo bar»\n"],
    ],
    accepted: [["foo/element-deps": "bar\n\n  baz\n"]],
    suppression: .none)

  func check(_ element: LintedElement) -> [Finding] {
    (element.dependencies + element.provides)
      .filter { !$0.isWellFormed }
      .map { reference in
        finding(
          "`\(reference.name)` is taken as the name of an element", at: reference.location,
          hint: reference.isComment ? "remove the comment" : "write one name per line",
          fix: reference.isComment ? .removingLine(of: reference.location) : nil)
      }
  }
}
