import ArgumentParser
import Diagnostics
import Glibc
import Reporting
import SystemPackage

/// The options of `check` and `test` (cli.md).
struct CheckOptions: ParsableArguments {
  @OptionGroup var global: GlobalOptions
  @OptionGroup var output: OutputOptions

  @Option(name: .shortAndLong, help: "How many cases to build and test at once.")
  var jobs: Int?

  @Option(help: "The element that brings the operating system.")
  var base = "debian-minimal"

  @Option(name: .customLong("case"), help: "Only cases whose name matches this shell pattern.")
  var casePattern: String?

  @Option(help: "The folder for the report.")
  var report = "tie-report"

  @Option(help: "Write the JUnit XML to this file, too.")
  var junit: String?

  @Flag(help: "Start no case after one has failed.")
  var failFast = false

  @Option(help: "Seconds a hook or command may take where its case sets no limit.")
  var timeout: Int?

  @Flag(name: .customLong("no-cache"), help: "Use no layer of an earlier run.")
  var noCache = false

  @Flag(help: "Use only what is cached.")
  var offline = false

  @Argument(help: "Elements, folders of elements, or names of elements.")
  var elements: [String] = ["."]

  func validate() throws {
    if let jobs, jobs < 1 { throw ValidationError("--jobs takes a number of at least 1") }
    if let timeout, timeout < 1 { throw ValidationError("--timeout takes seconds, at least 1") }
  }

  /// Runs the check, prints and writes what it found, and ends with its status.
  func run(lint: Bool) async throws {
    let environment = ProcessEnvironment.current()
    let folder = ReportFolder(environment.absolute(FilePath(report)))
    let console = ConsoleProgress(
      isLive: OutputDescriptor.standardError.isTerminal,
      style: global.style(for: .standardError, environment), verbosity: global.verbosity)
    let logs = LogFileProgress(in: folder.logs)
    let pipeline = CheckPipeline(
      request: request(lint: lint, folder), environment: environment,
      installation: try Installation(environment),
      progress: ProgressSink(joining: [console.sink, logs.sink]), logs: logs)
    let found = try await console.whileShown { try await pipeline.run() }
    let report = found.relative(to: environment.workingDirectory)
    try folder.write(report)
    try writeJUnit(report, in: environment)
    let rendering = RenderingOptions(style: global.style(for: .standardOutput, environment))
    try output.write(SummaryReporter(rendering).text(of: report), in: environment)
    if report.isBad { throw ExitStatus.failure }
  }

  private func request(lint: Bool, _ folder: ReportFolder) -> CheckRequest {
    var request = CheckRequest(elements: elements, reportFolder: folder.path)
    request.runsLint = lint
    request.base = base
    request.casePattern = casePattern
    request.jobs = jobs ?? max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN)))
    request.stopsAtFirstFailure = failFast
    request.timeout = timeout.map { .seconds($0) }
    request.usesCache = !noCache
    request.isOffline = offline
    return request
  }

  private func writeJUnit(_ report: Report, in environment: ProcessEnvironment) throws {
    guard let junit else { return }
    let text = JUnitReporter(RenderingOptions()).text(of: report)
    try ReportFile(environment.absolute(FilePath(junit))).write(text)
  }
}
