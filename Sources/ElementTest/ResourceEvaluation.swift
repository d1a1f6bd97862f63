import Diagnostics

/// One resource of a gossfile compared with the rootfs: a result for each attribute.
struct ResourceEvaluation {
  let resource: Gossfile.Resource
  /// For commands that have no limit of their own.
  let timeout: Duration
  let context: CaseContext
  let probe: any RootfsProbe

  func results() async -> [CaseResult] {
    var results: [CaseResult] = []
    var skipReason = resource.isSkipped ? "`skip: true` at \(resource.location)" : nil
    for expectation in resource.expectations {
      let start = ContinuousClock.now
      var verdict = CaseResult.Verdict.skipped(reason: skipReason ?? "")
      if skipReason == nil {
        let evaluated = await evaluate(expectation)
        verdict = evaluated.verdict
        skipReason = evaluated.reasonToSkipOthers
      }
      results.append(
        context.result(
          "\(label): \(expectation.attribute.name)", verdict, since: start,
          at: expectation.location))
    }
    return results
  }

  private var subject: Attribute.Subject {
    Attribute.Subject(name: resource.subjectName, timeout: resource.timeout ?? timeout)
  }

  private var label: String { "\(resource.kind.key) \(resource.key)" }

  /// The verdict on an expectation, and why none of the others can have one.
  private func evaluate(
    _ expectation: Gossfile.Expectation
  ) async -> (verdict: CaseResult.Verdict, reasonToSkipOthers: String?) {
    guard case .rootfs(let read) = expectation.attribute.source else {
      return (.skipped(reason: "needs a running system"), nil)
    }
    do throws(ProbeError) {
      let value = try await read(subject, probe)
      let isMissing = expectation.attribute.requirement == .existence && value == .bool(false)
      let reason = isMissing ? "\(label): \(expectation.attribute.name) is false" : nil
      if let value, expectation.matcher.accepts(value) { return (.passed, reason) }
      let evidence = await resource.kind.evidence(about: subject, probe)
      let report = MismatchReport(
        resource, subject, expectation, found: value, evidence: evidence)
      return (.failed(report.failure(in: context)), reason)
    } catch {
      return (context.errored(error, at: expectation.location), "\(label) could not be read")
    }
  }
}
