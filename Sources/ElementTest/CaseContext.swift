import Diagnostics
import SystemPackage

/// What all results of one case have in common.
struct CaseContext: Sendable {
  let element: String
  let caseName: String
  /// The command that runs the case again.
  let reproduce: String
  /// The element and hook that last changed a path, where that is known.
  let lastTouched: @Sendable (FilePath) -> String?

  /// A result named after the case and a part of it; the case itself without one.
  func result(
    _ part: String?, _ verdict: CaseResult.Verdict, since start: ContinuousClock.Instant,
    at location: SourceLocation
  ) -> CaseResult {
    CaseResult(
      element: element, stage: .assert, name: part.map { "\(caseName): \($0)" } ?? caseName,
      verdict: verdict, duration: start.duration(to: .now), location: location)
  }

  /// The verdict when the rootfs could not be questioned.
  func errored(_ error: any Error, at location: SourceLocation) -> CaseResult.Verdict {
    .errored(
      CaseResult.Failure(
        code: "probe", message: "\(error)", at: location, reproduce: reproduce))
  }

  /// The line about who changed a path last; nil when nobody knows.
  func blame(_ path: FilePath?) -> String? {
    path.flatMap(lastTouched).map { "last touched by \($0)" }
  }
}
