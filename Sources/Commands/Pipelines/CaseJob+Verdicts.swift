import Diagnostics
import ElementModel
import ElementTest
import ImageBuilder
import Sandbox
import SystemPackage

extension CaseJob {
  /// The result of the case's build.
  func result(
    _ verdict: CaseResult.Verdict, since start: ContinuousClock.Instant, log: FilePath?
  ) -> CaseResult {
    CaseResult(
      element: element.name.rawValue, stage: .build, name: testCase.name, verdict: verdict,
      duration: start.duration(to: .now), location: testCase.location, log: log)
  }

  /// The result of a case that was not started because an earlier one failed.
  var notStarted: CaseResult {
    result(
      .skipped(reason: "not started: another case had failed, and `--fail-fast` was given"),
      since: .now, log: nil)
  }

  /// What it means that the build succeeded.
  var verdictOfSuccess: CaseResult.Verdict {
    testCase.verdict(onBuildThatSucceeded: true, log: "", reproduce: reproduce) ?? .passed
  }

  /// What it means that the build failed; nil for an error that ends the whole run.
  func verdict(on error: any Error, log: FilePath) throws -> CaseResult.Verdict? {
    let failure: CaseResult.Failure
    switch error {
    case let error as BuildError: failure = self.failure(error)
    case let error as ResolutionError:
      failure = unresolvable(error.inputError, at: requestLocation(of: error))
    case let error as InputError: failure = unresolvable(error)
    case is SandboxError, is ProbeError, is Errno:
      return .errored(self.failure("not-run", "\(error)", at: testCase.location))
    default: return nil
    }
    let printed = String(decoding: (try? log.contents()) ?? [], as: UTF8.self)
    return testCase.verdict(
      onBuildThatSucceeded: false, log: "\(printed)\n\(failure.message)\n", reproduce: reproduce)
      ?? .failed(failure)
  }

  private var reproduce: String { "tie-check test \(argument) --case \(testCase.name)" }

  /// Where the case names the element that cannot be resolved.
  private func requestLocation(of error: ResolutionError) -> SourceLocation? {
    guard case .unknownElement(let unknown) = error else { return nil }
    return testCase.elementLocations[unknown.name]
  }

  private func unresolvable(
    _ error: InputError, at place: SourceLocation? = nil
  ) -> CaseResult.Failure {
    failure(
      "unresolvable", error.message, at: error.location ?? place ?? testCase.location,
      details: error.hint.map { "hint: \($0)" } ?? "")
  }

  private func failure(_ error: BuildError) -> CaseResult.Failure {
    guard case .hookFailed(let hook) = error else {
      return failure("build-failed", "\(error)", at: testCase.location)
    }
    return failure(
      "hook-failed", hook.clause, at: hook.place ?? testCase.location, expected: "exit status 0",
      found: "\(hook.ending)",
      details: hook.lastLines.joined(separator: "\n"))
  }

  private func failure(
    _ code: String, _ message: String, at location: SourceLocation?, expected: String? = nil,
    found: String? = nil, details: String = ""
  ) -> CaseResult.Failure {
    CaseResult.Failure(
      code: code, message: message, at: location, expected: expected, found: found,
      details: details, reproduce: reproduce)
  }
}
