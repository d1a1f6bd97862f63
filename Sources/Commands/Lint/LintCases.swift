import Diagnostics
import ElementModel
import Reporting
import SystemPackage

/// What a JUnit report says of a run of the linter: a failed case for each finding, and one that
/// passed for each file without any.
struct LintCases {
  private let elements: [Element]
  private let byPath: [FilePath: [Finding]]

  /// The cases for files of `elements`, whose paths are absolute.
  init(of elements: [Element], _ findings: [Finding]) {
    self.elements = elements
    byPath = Dictionary(
      grouping: findings.filter { $0.severity >= .warning }, by: \.location.path)
  }

  /// By element, then by path; only files that are in scope.
  func all(where isInScope: (FilePath) -> Bool) -> [CaseResult] {
    elements.flatMap { element in
      cases(of: element.path, named: "element", in: element).filter { $0.isBad }
        + element.files.filter { isInScope($0.path) && ($0.isRegular || byPath[$0.path] != nil) }
        .flatMap { cases(of: $0.path, named: $0.relativePath.string, in: element) }
    }
  }

  /// Lines are left out of the names, so that a case is the same one in the next run.
  private func cases(
    of path: FilePath, named name: String, in element: Element
  ) -> [CaseResult] {
    let findings = byPath[path] ?? []
    if findings.isEmpty { return [result(element, name, path, .passed)] }
    return findings.sorted().map { finding in
      result(
        element, "\(finding.rule) \(finding.name) \(name)", path,
        CaseResult.Verdict(findings: [finding]))
    }
  }

  private func result(
    _ element: Element, _ name: String, _ path: FilePath, _ verdict: CaseResult.Verdict
  ) -> CaseResult {
    CaseResult(
      element: element.name.rawValue, stage: .validate, name: name, verdict: verdict,
      location: SourceLocation(path))
  }
}
