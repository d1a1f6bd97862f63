import Diagnostics
import ElementLint
import ElementModel
import ElementTest
import ImageBuilder
import Reporting
import Sandbox
import SystemPackage

/// The main job: validate, build throw-away images, run the assertions inside them.
struct CheckPipeline: Sendable {
  let request: CheckRequest
  let environment: ProcessEnvironment
  let installation: Installation
  let progress: ProgressSink
  let logs: LogFileProgress

  /// Everything that was found out. Nothing is built while an element has an error that validation
  /// can see.
  ///
  /// - Throws: `InputError` for arguments that cannot be used, `MissingCapability` for a host that
  ///   cannot build.
  func run() async throws -> Report {
    let start = ContinuousClock.now
    var report = Report()
    report.summary.startedAt = WallClock.now
    report.summary.hostName = HostIdentity.name
    let selection = try ElementSelection(request.elements, environment, installation)
    let suites = try selection.elements.map { try CheckedElement($0, request, environment) }
    report.summary.elements = suites.count
    if request.runsLint { await validate(suites, selection.tree, &report) }
    if !report.hasErrors {
      let runner = try caseRunner(selection.tree)
      report.cases += try await runner.run(suites.flatMap(\.jobs))
    }
    report.summary.duration = start.duration(to: .now)
    return report
  }

  private func validate(
    _ suites: [CheckedElement], _ tree: ElementTree, _ report: inout Report
  ) async {
    let scope = LintScope.paths(suites.map(\.element.path))
    report.findings = await Linter().lint(tree, only: scope)
    let validation = Validation(findings: report.findings)
    for suite in suites {
      let cases = validation.cases(of: suite)
      report.summary.files += cases.count
      report.cases += cases
    }
  }

  private func caseRunner(_ tree: ElementTree) throws -> CaseRunner {
    try Capability.root.require()
    let layers = CacheLocation(environment).layers
    let store = try LayerStore(at: layers)
    try Capability.requireOverlay(in: layers)
    return CaseRunner(
      request: request, environment: environment, installation: installation, tree: tree,
      store: store, progress: progress, logs: logs)
  }
}
