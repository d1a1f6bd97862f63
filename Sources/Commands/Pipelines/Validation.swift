import Diagnostics
import ElementModel
import ElementTest
import Reporting
import SystemPackage

/// Turns findings into one result a file, so that a file that is well is reported, too.
struct Validation {
  let findings: [Finding]
  /// Results write paths relative to it.
  let directory: FilePath

  /// The results for the files of an element, its test cases among them.
  func cases(of checked: CheckedElement) -> [CaseResult] {
    let byPath = Dictionary(grouping: findings, by: \.location.path)
    let problems = problemsByPath(of: checked)
    var results = checked.element.files.filter(\.isRegular).map { file in
      let verdict =
        problems[file.path]?.first.map(Self.verdict)
        ?? verdict(on: byPath[file.path] ?? [])
      return result(checked.element, file.relativePath.string, verdict, SourceLocation(file.path))
    }
    let known = Set(checked.element.files.filter(\.isRegular).map(\.path))
    let elsewhere = findings.filter {
      $0.location.path.starts(with: checked.element.path) && !known.contains($0.location.path)
    }
    let problem = problems.filter { !known.contains($0.key) }.flatMap(\.value).first
    results.insert(
      result(
        checked.element, "element",
        problem.map(Self.verdict) ?? verdict(on: elsewhere),
        SourceLocation(checked.element.path)), at: 0)
    return results
  }

  /// The results for the test-case files that have something wrong, and no others.
  func problems(of checked: CheckedElement) -> [CaseResult] {
    problemsByPath(of: checked).sorted { $0.key.string < $1.key.string }.compactMap {
      path, errors in
      var name = path
      _ = name.removePrefix(checked.element.path)
      return errors.first.map {
        result(checked.element, name.string, Self.verdict($0), SourceLocation(path))
      }
    }
  }

  private func problemsByPath(of checked: CheckedElement) -> [FilePath: [InputError]] {
    Dictionary(
      grouping: checked.suite.problems.errors, by: { $0.location?.path ?? checked.element.path })
  }

  private func result(
    _ element: Element, _ name: String, _ verdict: CaseResult.Verdict, _ location: SourceLocation
  ) -> CaseResult {
    CaseResult(
      element: element.name.rawValue, stage: .validate, name: name, verdict: verdict,
      location: location)
  }

  private func verdict(on findings: [Finding]) -> CaseResult.Verdict {
    CaseResult.Verdict(findings: findings.map { $0.relative(to: directory) })
  }

  private static func verdict(_ problem: InputError) -> CaseResult.Verdict {
    .failed(
      CaseResult.Failure(
        code: "test-case", message: problem.message, at: problem.location,
        details: problem.hint.map { "hint: \($0)" } ?? ""))
  }
}
