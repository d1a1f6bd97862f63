import ArgumentParser
import Diagnostics
import ElementTest
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

  @Option(
    help: "How long a hook, command or test may take where its case sets no limit, such as 10m.",
    transform: duration)
  var timeout: Duration?

  @Flag(name: .customLong("no-cache"), help: "Use no layer of an earlier run.")
  var noCache = false

  @Flag(help: "Use only what is cached.")
  var offline = false

  @Argument(
    help: "Elements, folders of elements, or names of elements; `elements` or `.` unless given.")
  var elements: [String] = []

  func validate() throws {
    if let jobs, jobs < 1 { throw ValidationError("--jobs takes a number of at least 1") }
  }

  private static func duration(_ text: String) throws -> Duration {
    guard let duration = Duration(text: text) else {
      throw ValidationError(
        "--timeout takes a duration of at most a year such as 90s, 10m or 1h30m")
    }
    return duration
  }

  /// What is to be done, as seen from `environment`.
  func request(lint: Bool, in environment: ProcessEnvironment) throws(InputError) -> CheckRequest {
    var request = CheckRequest(
      elements: elements.isEmpty ? environment.defaultElements : elements,
      reportFolder: try environment.path(report, "`--report`"))
    request.runsLint = lint
    request.base = base
    request.casePattern = casePattern
    request.jobs = jobs ?? max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN)))
    request.stopsAtFirstFailure = failFast
    request.timeout = timeout
    request.usesCache = !noCache
    request.isOffline = offline
    return request
  }
}
