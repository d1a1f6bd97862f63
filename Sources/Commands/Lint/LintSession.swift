import Diagnostics
import ElementLint
import ElementModel
import ElementTest
import Reporting
import SystemPackage

/// Elements as they were found, and the linter with its settings.
struct LintSession: Sendable {
  let tree: ElementTree
  private(set) var scope: LintScope
  private let linter: Linter
  private let filter: LintFilter
  private let clock = ContinuousClock()
  private let start: ContinuousClock.Instant

  /// Reads the elements that `target` means; all of the search path are there to compare with. What is
  /// in `unsaved`, by absolute path, stands for the files themselves.
  init(
    _ target: LintTarget, _ settings: LintSettings, unsaved: [FilePath: [UInt8]] = [:]
  ) throws(InputError) {
    start = clock.now
    tree = try ElementTree.discover(in: target.searchPath).with(unsaved)
    scope = .paths(target.paths)
    linter = Linter(settings.rules, flake8: settings.flake8) { TestSuite(of: $0).problems.errors }
    filter = settings.filter
  }

  /// What is found in a state of the elements.
  func outcome(of tree: ElementTree, only scope: LintScope) async -> LintOutcome {
    filter.applied(to: await linter.outcome(of: tree, only: scope))
  }

  /// The same together with what other linters find in shell scripts.
  func outcome(
    of tree: ElementTree, only scope: LintScope, with others: [ForeignLinter]
  ) async throws -> LintOutcome {
    filter.applied(
      to: try await linter.outcome(of: tree, only: scope, with: others.map(\.linter)))
  }

  /// This session with more paths in its scope.
  func adding(_ paths: [FilePath]) -> LintSession {
    var session = self
    session.scope = scope.adding(paths)
    return session
  }

  /// Whether findings in the file are wanted.
  func includes(_ path: FilePath) -> Bool { scope.includes(path) && !filter.excludes(path) }

  /// A report on the elements as they are now.
  func report(on outcome: LintOutcome, _ tree: ElementTree) -> Report {
    var report = Report()
    report.findings = outcome.findings
    report.suppressed = outcome.suppressed.map { SuppressedFinding($0, because: .comment) }
    report.summary.elements = tree.sorted.count { scope.reaches(into: $0.path) }
    report.summary.files = tree.sorted.lazy.flatMap(\.files)
      .count { $0.isRegular && includes($0.path) }
    report.summary.duration = clock.now - start
    report.summary.startedAt = WallClock.now
    report.summary.hostName = HostIdentity.name
    report.properties = [Report.Property("tie-check", ProgramVersion.text)]
    return report
  }
}
