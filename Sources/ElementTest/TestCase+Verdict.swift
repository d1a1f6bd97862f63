public import Diagnostics

extension TestCase {
  /// The verdict on the build of a case that must fail; nil where the build must succeed, which is
  /// then judged by how it ended.
  public func verdict(
    onBuildThatSucceeded hasSucceeded: Bool, log: String, reproduce: String? = nil
  ) -> CaseResult.Verdict? {
    guard case .failure(let pattern) = expectation else { return nil }
    let expression = pattern.expression
    let expected = "a failed build with /\(expression.pattern)/ in its log"
    func failed(_ message: String, found: String) -> CaseResult.Verdict {
      .failed(
        CaseResult.Failure(
          code: "expected-failure", message: message, at: location, expected: expected,
          found: found, details: log.lastPart(ofAtMost: 4000), reproduce: reproduce))
    }
    if hasSucceeded {
      return failed("the build succeeded, but must fail", found: "a successful build")
    }
    if expression.firstMatch(among: log.lines(omittingLastEmpty: true)) != nil { return .passed }
    return failed(
      "the build failed, but its log does not match /\(expression.pattern)/",
      found: "a failed build with another log")
  }
}
