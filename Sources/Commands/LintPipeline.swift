import Diagnostics
import ElementLint
import ElementModel
import SystemPackage

/// From paths to findings.
package struct LintPipeline {
  private let environment: ProcessEnvironment

  /// A pipeline that resolves paths and names as seen from `environment`.
  package init(_ environment: ProcessEnvironment) { self.environment = environment }

  /// Lints what the paths name; all elements of the search path are there to compare with.
  package func run(
    _ paths: [String], rules: RuleSelection, flake8: Flake8Configuration = Flake8Configuration()
  ) async throws -> Report {
    let clock = ContinuousClock()
    let start = clock.now
    let target = try LintTarget(paths, in: environment)
    let tree = try ElementTree.discover(in: target.searchPath)
    let scope = LintScope.paths(target.paths)
    var report = Report()
    report.findings = await Linter(rules, flake8: flake8).lint(tree, only: scope)
    report.summary.elements = tree.sorted.count { scope.reaches(into: $0.path) }
    report.summary.files = tree.sorted.lazy.flatMap(\.files)
      .count { $0.isRegular && scope.includes($0.path) }
    report.summary.duration = clock.now - start
    return report
  }
}
