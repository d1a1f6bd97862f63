import Diagnostics
import SystemPackage

/// One executable of `tests/`, run in the rootfs: a result for it, and one for each line of TAP.
struct ScriptEvaluation {
  let script: TestCase.Script
  let location: SourceLocation
  let timeout: Duration
  let context: CaseContext
  let probe: any RootfsProbe

  /// Where the directory of the executable is to be seen in the rootfs.
  private static let directory: FilePath = "/tmp/in_tests.d"
  private static let skipStatus = 77

  func results() async -> [CaseResult] {
    let start = ContinuousClock.now
    let command = ProbeCommand(
      [Self.directory.appending(script.name).string], timeout: timeout,
      share: ProbeCommand.Share(source: script.directory, target: Self.directory))
    do throws(ProbeError) {
      let outcome = try await probe.run(command)
      guard let tap = TAPOutput(outcome.output) else {
        return [context.result(nil, verdict(on: outcome), since: start, at: location)]
      }
      let whole = context.result(nil, verdict(on: outcome, tap), since: start, at: location)
      return [whole] + results(of: tap)
    } catch {
      let verdict = await verdict(on: error)
      return [context.result(nil, verdict, since: start, at: location)]
    }
  }

  /// The kernel says of a missing interpreter that the script itself is missing.
  private func verdict(on error: ProbeError) async -> CaseResult.Verdict {
    guard case .notRun = error, let interpreter = script.interpreter, await isMissing(interpreter)
    else { return context.errored(error, at: location) }
    return .errored(
      CaseResult.Failure(
        code: "probe",
        message: "`\(script.name)` needs `\(interpreter)`, which the rootfs does not have",
        at: location, reproduce: context.reproduce))
  }

  private func isMissing(_ path: FilePath) async -> Bool {
    do { return try await probe.file(at: path) == nil } catch { return false }
  }

  private func verdict(on outcome: CommandOutcome) -> CaseResult.Verdict {
    switch outcome.status {
    case 0: .passed
    case Self.skipStatus: .skipped(reason: outcome.lastLine ?? "exit status \(Self.skipStatus)")
    default: failed("`\(script.name)` ended with status \(outcome.status)", outcome.evidence)
    }
  }

  /// The verdict on the program as a whole; failed tests have verdicts of their own.
  private func verdict(on outcome: CommandOutcome, _ tap: TAPOutput) -> CaseResult.Verdict {
    if let fault = tap.fault { return failed("`\(script.name)` \(fault)", outcome.evidence) }
    if let reason = tap.skipReason, outcome.status == 0 { return .skipped(reason: reason) }
    let isExplained = tap.tests.contains { $0.outcome == .failed }
    return isExplained ? .passed : verdict(on: outcome)
  }

  private func results(of tap: TAPOutput) -> [CaseResult] {
    var used = Set<String>()
    return tap.tests.map { test in
      let description = test.description.isEmpty ? "test \(test.number)" : test.description
      let isNew = used.insert(description).inserted
      let name = isNew ? description : "\(description) (\(test.number))"
      return context.result(name, verdict(on: test), since: .now, at: location)
    }
  }

  private func verdict(on test: TAPOutput.Test) -> CaseResult.Verdict {
    switch test.outcome {
    case .passed: .passed
    case .skipped(let reason): .skipped(reason: reason)
    case .failed:
      failed(
        "`\(script.name)`: test \(test.number) is not ok: \(test.description)",
        test.diagnostics.joined(separator: "\n"))
    }
  }

  private func failed(_ message: String, _ details: String) -> CaseResult.Verdict {
    .failed(
      CaseResult.Failure(
        code: "script", message: message, at: location, details: details,
        reproduce: context.reproduce))
  }
}

extension CommandOutcome {
  /// The last line with text on it.
  fileprivate var lastLine: String? {
    (output + errorOutput).lines(omittingLastEmpty: true).map { String($0).trimmingBlanks() }
      .last { !$0.isEmpty }
  }
}
