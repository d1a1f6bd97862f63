import Diagnostics
import ElementModel

/// Flags dependency lists that are not in bytewise order.
struct UnsortedDependencies: ElementRule {
  static let metadata = RuleMetadata(
    code: "DP305",
    name: "unsorted-dependencies",
    severity: .info,
    rationale: """
      The order means nothing to the builder. Sorted bytewise, lists change by one line at a time and
      show duplicates.
      """,
    flagged: [["foo/element-deps": "vm\n«base»\n"]],
    accepted: [["foo/element-deps": "base\nvm\n"]],
    suppression: .none)

  func check(_ element: LintedElement) -> [Finding] {
    let names = element.dependencies.filter(\.isWellFormed)
    let isSortable = names.count == element.dependencies.count
    guard let pair = zip(names, names.dropFirst()).first(where: { $1.name < $0.name }) else {
      return []
    }
    return [
      finding(
        "`element-deps` is not sorted", at: pair.1.location,
        hint: "move `\(pair.1.name)` above `\(pair.0.name)`",
        fix: isSortable ? sorting(names) : nil)
    ]
  }

  /// The names sorted; empty lines between them go.
  private func sorting(_ names: [ElementReference]) -> Finding.Fix? {
    guard let start = names.first?.location.start, let end = names.last?.location.end else {
      return nil
    }
    let text = names.map(\.name).sorted().map(\.rawValue).joined(separator: "\n")
    let edit = Finding.Edit(from: SourcePosition(line: start.line), to: end, text: text)
    return Finding.Fix("sort the names", edits: [edit])
  }
}
