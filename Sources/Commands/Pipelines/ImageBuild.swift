import ArgumentParser
import Diagnostics
import ImageBuilder
import Reporting
import SystemPackage

/// One image build as a command line asks for it: its environment, its log and how it ends.
struct ImageBuild {
  let command: BuildCommand
  let environment: ProcessEnvironment
  /// What stays of the environment when `-c` clears it.
  var keptVariables: [String: String] = [:]
  let isRamdisk: Bool
  /// For `DIB_ARGS`.
  let arguments: [String]

  /// Builds the image. What goes wrong is in the log file, too.
  ///
  /// - Throws: `ExitCode` with a failing hook's status, when it has been reported.
  func run() async throws {
    let environment = await buildEnvironment()
    let logFile = try command.logfile.map { try environment.path($0, "`--logfile`") }
    let log = try BuildLog(
      BuildLog.Settings(file: logFile, variables: environment.variables))
    defer { if let error = log.error { log.sink.send("", .warning("no full log: \(error)")) } }
    do {
      try await build(in: environment, log.sink)
    } catch let error as BuildError {
      let text =
        "tie-check: \(error.text(log: logFile.map { FilePath(environment.display($0)) }))\n"
      log.record(text)
      try OutputDescriptor.standardError.write(text)
      throw ExitCode(error.status)
    } catch {
      log.record("tie-check: \(error is CancellationError ? "interrupted" : "\(error)")")
      throw error
    }
  }

  /// What is asked for.
  func request() async throws(InputError) -> ImageRequest {
    try request(in: await buildEnvironment())
  }

  /// Looks for all that would keep the image from being built, and builds nothing.
  func check() async throws {
    try await pipeline(in: await buildEnvironment(), .none).check()
  }

  private func request(in environment: ProcessEnvironment) throws(InputError) -> ImageRequest {
    try command.request(environment, isRamdisk: isRamdisk, arguments: arguments)
  }

  private func pipeline(
    in environment: ProcessEnvironment, _ progress: ProgressSink
  ) throws -> BuildPipeline {
    BuildPipeline(
      request: try request(in: environment), named: command.elements, environment: environment,
      installation: try Installation(environment), progress: progress)
  }

  private func build(in environment: ProcessEnvironment, _ progress: ProgressSink) async throws {
    for warning in command.warnings(environment) { progress.send("", .warning(warning)) }
    let files = try await pipeline(in: environment, progress).run()
    progress.send(
      "", .note((["built"] + files.map { environment.display($0) }).joined(separator: " ")))
  }

  /// The caller's environment, without what is never looked at (dib-contract section 1.3).
  private func buildEnvironment() async -> ProcessEnvironment {
    var environment = environment
    if command.clearsEnvironment || environment["CLEAR_ENV"] == "1" {
      environment.clear(keeping: keptVariables)
    }
    for name in LegacyEnvironment.discarded { environment.variables[name] = nil }
    return await environment.withArchitecture()
  }
}

extension ProcessEnvironment {
  /// Leaves HOME, a plain PATH, what says where this program has its own files, and `kept`.
  fileprivate mutating func clear(keeping kept: [String: String]) {
    let own = variables.filter { $0.key == "HOME" || $0.key.hasPrefix("TIE_CHECK_") }
    let path = "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin"
    variables = own.merging(["PATH": path]) { $1 }.merging(kept) { $1 }
  }
}
