import Diagnostics
import ElementLint
import ElementModel
import ElementTest
import SystemPackage

/// From paths to findings.
package struct LintPipeline {
  private let environment: ProcessEnvironment

  /// A pipeline that resolves paths and names as seen from `environment`.
  package init(_ environment: ProcessEnvironment) { self.environment = environment }

  /// Lints what the paths name, with other linters if asked for; all elements of the search path are there
  /// to compare with. Of files in `unsaved`, the bytes there are looked at.
  package func run(
    _ paths: [String], rules: RuleSelection, with others: [ForeignLinter] = [],
    unsaved: [FilePath: [UInt8]] = [:]
  ) async throws -> Report {
    let clock = ContinuousClock()
    let start = clock.now
    let target = try LintTarget(paths, in: environment)
    let tree = try ElementTree.discover(in: target.searchPath, unsaved: unsaved)
    let scope = LintScope.paths(target.paths)
    var report = Report()
    let linter = Linter(rules) { TestSuite(of: $0).problems.errors }
    report.findings = try await linter.lint(tree, only: scope, with: others.map(\.linter))
    report.summary.elements = tree.sorted.count { scope.reaches(into: $0.path) }
    report.summary.files = tree.sorted.lazy.flatMap(\.files)
      .count { $0.isRegular && scope.includes($0.path) }
    report.summary.duration = clock.now - start
    return report
  }
}
