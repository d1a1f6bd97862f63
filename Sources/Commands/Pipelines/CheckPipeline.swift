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
    let selection = try ElementSelection(
      request.elements, ignoring: request.reportFolder, environment, installation)
    let suites = try selection.elements.map { try CheckedElement($0, request, environment) }
    report.summary.elements = suites.count
    try requireSelection(suites)
    try requireBase(selection.tree)
    report.properties = RunProperties(request, environment, selection.tree).all
    if request.runsLint {
      try await validate(suites, selection.tree, &report)
    } else {
      report.cases += suites.flatMap { validation([]).problems(of: $0) }
    }
    if !report.hasErrors {
      report.cases += try await results(of: suites.flatMap(\.jobs), selection.tree)
    }
    report.summary.duration = start.duration(to: .now)
    return report
  }

  private func requireSelection(_ suites: [CheckedElement]) throws(InputError) {
    guard let pattern = request.casePattern, suites.allSatisfy(\.jobs.isEmpty) else { return }
    let names = suites.flatMap { $0.suite.cases.map(\.name) }
    throw InputError(
      "no case of \(suites.map { "`\($0.element.name)`" }.joined(separator: ", ")) matches "
        + "`\(pattern)`",
      hint: closestName(to: pattern, among: names).map { "did you mean `\($0)`?" }
        ?? "there are \(names.sorted().joined(separator: ", "))")
  }

  private func requireBase(_ tree: ElementTree) throws(InputError) {
    guard tree.elements[ElementName(request.base)] == nil else { return }
    throw tree.unknown(request.base)
  }

  private func validation(_ findings: [Finding]) -> Validation {
    Validation(findings: findings, directory: environment.workingDirectory)
  }

  private func validate(
    _ suites: [CheckedElement], _ tree: ElementTree, _ report: inout Report
  ) async throws {
    let settings = try LintSettings(
      LintConfiguration(), configurationFile: nil, seenFrom: environment.workingDirectory,
      in: environment)
    let scope = LintScope.paths(suites.map(\.element.path))
    let outcome = await Linter(settings.rules, flake8: settings.flake8).outcome(
      of: tree, only: scope)
    report.findings = settings.filter.applied(to: outcome).findings
    let validation = validation(report.findings)
    for suite in suites {
      let cases = validation.cases(of: suite)
      report.summary.files += cases.count
      report.cases += cases
    }
  }

  private func results(of jobs: [CaseJob], _ tree: ElementTree) async throws -> [CaseResult] {
    try Capability.root.require()
    let layers = CacheLocation(environment).layers
    let store = try LayerStore(at: layers)
    try store.requireSpace()
    try Capability.requireOverlay(in: layers)
    if request.usesCache { return try await caseRunner(tree, store).run(jobs) }
    // The cases of this run share their layers all the same.
    return try await store.withWorkspace { place in
      try await caseRunner(tree, LayerStore(at: place.appending("layers"))).run(jobs)
    }
  }

  private func caseRunner(_ tree: ElementTree, _ store: LayerStore) -> CaseRunner {
    CaseRunner(
      request: request, environment: environment, installation: installation, tree: tree,
      store: store, progress: progress, logs: logs)
  }
}
