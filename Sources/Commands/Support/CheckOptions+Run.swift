import Diagnostics
import Reporting
import SystemPackage

extension CheckOptions {
  /// Runs the check, prints and writes what it found, and ends with its status.
  func run(lint: Bool) async throws {
    let environment = try await ProcessEnvironment.current().withArchitecture()
    let request = try request(lint: lint, in: environment)
    let junitFile = try junit.map { ReportFile(try environment.path($0, "`--junit`")) }
    let reserved = try ReservedReportFolder(at: request.reportFolder)
    defer { reserved.release() }
    try junitFile?.withdraw()
    let found = try await report(on: request, reserved.folder, environment)
    try deliver(found, to: reserved.folder, junitFile, environment)
    if found.isBad { throw ExitStatus.failure }
  }

  /// The report, with paths as seen from the working directory; progress is shown and logged.
  private func report(
    on request: CheckRequest, _ folder: ReportFolder, _ environment: ProcessEnvironment
  ) async throws -> Report {
    let console = ConsoleProgress(
      isLive: OutputDescriptor.standardError.isTerminal,
      style: global.style(for: .standardError, environment), verbosity: global.verbosity)
    let logs = LogFileProgress(in: folder.logs)
    defer { if let error = logs.error { console.sink.send("", .warning("no full log: \(error)")) } }
    let pipeline = CheckPipeline(
      request: request, environment: environment, installation: try Installation(environment),
      progress: ProgressSink(joining: [console.sink, logs.sink]), logs: logs)
    return try await console.whileShown { try await pipeline.run() }
      .relative(to: environment.workingDirectory)
  }

  /// Prints the summary and writes all files; what cannot be written does not keep back the others.
  private func deliver(
    _ report: Report, to folder: ReportFolder, _ junitFile: ReportFile?,
    _ environment: ProcessEnvironment
  ) throws {
    let rendering = RenderingOptions(
      style: global.style(for: .standardOutput, environment), showsPassed: !global.quiet)
    let deliveries: [() throws -> Void] = [
      { try output.write(SummaryReporter(rendering).text(of: report), in: environment) },
      { try folder.write(report) },
      { try junitFile?.write(JUnitReporter(RenderingOptions()).text(of: report)) },
    ]
    let results = deliveries.map { delivery in Result { try delivery() } }
    for result in results { try result.get() }
  }
}
