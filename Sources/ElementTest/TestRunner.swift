public import Diagnostics
import ElementModel

/// Checks the cases of an element on the rootfs that was built for them.
public struct TestRunner: Sendable {
  private let build: BuildFacts
  private let probe: any RootfsProbe
  /// For commands and executables of cases without a `timeout`.
  private let timeout: Duration?
  /// What nobody set a limit to.
  private static let scriptTimeout = Duration.seconds(600)
  /// The same for commands of gossfiles, after goss.
  private static let commandTimeout = Duration.seconds(10)

  /// A runner for the rootfs behind `probe`, which was built as `build` says; `timeout` is for
  /// commands and executables where their case sets none.
  public init(_ build: BuildFacts, on probe: any RootfsProbe, timeout: Duration? = nil) {
    self.build = build
    self.probe = probe
    self.timeout = timeout
  }

  /// A result for each assertion, in the order of cases and files; implied assertions come last.
  ///
  /// All cases must be for this one rootfs, and expect its build to succeed.
  public func run(_ cases: [TestCase]) async -> [CaseResult] {
    var results: [CaseResult] = []
    for testCase in cases { results += await self.results(of: testCase) }
    return results
  }

  private func results(of testCase: TestCase) async -> [CaseResult] {
    let context = context(of: testCase)
    let timeout = testCase.timeout ?? timeout
    switch testCase.content {
    case .script(let script):
      return await ScriptEvaluation(
        script: script, location: testCase.location,
        timeout: timeout ?? Self.scriptTimeout, context: context, probe: probe
      ).results()
    case .gossfiles(let assertions, let bootAssertions):
      return await results(of: assertions, context, timeout ?? Self.commandTimeout)
        + postponed(bootAssertions, context)
        + impliedResults(testCase, context)
    }
  }

  private func context(of testCase: TestCase) -> CaseContext {
    CaseContext(
      element: build.element.rawValue, caseName: testCase.name,
      reproduce: build.reproduce(testCase.name), lastTouched: build.lastTouched)
  }

  private func results(
    of gossfile: Gossfile, _ context: CaseContext, _ timeout: Duration
  ) async -> [CaseResult] {
    var results: [CaseResult] = []
    for resource in gossfile.resources {
      results += await ResourceEvaluation(
        resource: resource, timeout: timeout, context: context, probe: probe
      ).results()
    }
    return results
  }

  private func postponed(_ gossfile: Gossfile, _ context: CaseContext) -> [CaseResult] {
    gossfile.names.map { name, location in
      context.result(
        "boot: \(name)", .skipped(reason: "needs a booted machine"), since: .now, at: location)
    }
  }

  private func impliedResults(
    _ testCase: TestCase, _ context: CaseContext
  ) async -> [CaseResult] {
    var results: [CaseResult] = []
    for assertion in ImpliedRegistry.all {
      results.append(
        await assertion.init().result(build, probe, in: context, at: testCase.location))
    }
    return results
  }
}
