import ArgumentParser
import Diagnostics
import ElementLint
import ElementModel
import Reporting
import Sandbox
import SystemPackage

/// `tie-check lint [PATH...]`: static validation only; nothing from the elements is run.
struct LintCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "lint", abstract: "Validate elements without running anything from them.")

  @Argument(
    help: "Elements, folders of elements, or files; `elements` or `.` unless given.")
  var paths: [String] = []

  @OptionGroup var global: GlobalOptions
  @OptionGroup var rules: RuleOptions
  @OptionGroup var fixes: FixOptions
  @OptionGroup var baseline: BaselineOptions
  @OptionGroup var reports: ReportOptions
  @OptionGroup var output: OutputOptions

  @Option(name: .customLong("with"), help: "Run another linter as well: shellcheck.")
  var others: [ForeignLinter] = []

  @Flag(help: "Show the settings and where each of them comes from, and do nothing else.")
  var showConfig = false

  func run() async throws {
    let environment = try ProcessEnvironment.current()
    let settings = try settings(in: environment)
    if showConfig { return try output.write(settings.page(in: environment), in: environment) }
    let target = try LintTarget(paths, in: environment.adding(settings.elementsPath))
    let session = try LintSession(target, settings)
    let known = try BaselineRun(session, settings, isWritten: baseline.isWritten)
    let delivery = LintDelivery(self, settings, environment)
    guard fixes.isWanted else {
      return try await report(on: session.tree, session, known, delivery)
    }
    let run = try await FixRun(session, fixes, environment)
    if fixes.diff { return try show(run, delivery, environment) }
    try run.write()
    try delivery.tell(run.remarks(isDone: true, isQuiet: global.quiet))
    try await report(on: run.tree, session.adding(run.renamed), known, delivery)
    if fixes.exitNonZeroOnFix, run.changesAnything { throw ExitStatus.failure }
  }

  /// Tells what is found, and ends with its status.
  private func report(
    on tree: ElementTree, _ session: LintSession, _ known: BaselineRun, _ delivery: LintDelivery
  ) async throws {
    let outcome = try await session.outcome(of: tree, only: session.scope, with: others)
    let (report, remark) = try known.applied(to: session.report(on: outcome, tree))
    try delivery.deliver(report, on: tree, session)
    if !global.quiet { try delivery.tell(remark) }
    try reports.throwIfBad(report)
  }

  private func show(
    _ run: FixRun, _ delivery: LintDelivery, _ environment: ProcessEnvironment
  ) throws {
    try output.write(run.patch, in: environment)
    try delivery.tell(run.remarks(isDone: false, isQuiet: global.quiet))
    if run.changesAnything, !reports.exitZero { throw ExitStatus.failure }
  }

  private func settings(in environment: ProcessEnvironment) throws -> LintSettings {
    var commandLine = rules.configuration
    commandLine.output = try reports.targets(in: environment)
    commandLine.baseline = try baseline.file(in: environment)
    return try LintSettings(
      commandLine, configurationFile: rules.config.map { try environment.path($0, "`--config`") },
      seenFrom: try firstDirectory(in: environment), in: environment)
  }

  /// Where the nearest settings are looked for: where the first path is.
  private func firstDirectory(in environment: ProcessEnvironment) throws(InputError) -> FilePath {
    let path = try environment.path(paths.first ?? ".", "the name of an element")
    guard let status = FileStatus(path, following: true) else {
      return environment.workingDirectory
    }
    return status.kind == .directory ? path : path.removingLastComponent()
  }
}
