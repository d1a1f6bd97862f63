import Diagnostics
import SystemPackage

/// What every build promises without anyone writing it down.
protocol ImpliedAssertion: Sendable {
  /// What holds, as results are named: "packages are installed".
  static var name: String { get }

  init()

  /// - Throws: `ProbeError`, or `InputError` when a file of an element cannot be read.
  func outcome(_ build: BuildFacts, _ probe: any RootfsProbe) async throws -> ImpliedOutcome
}

/// Whether a promise was kept.
enum ImpliedOutcome: Equatable {
  /// Each way in which it was not; none means that it was kept.
  case violations([Violation])
  case notApplicable(reason: String)

  static let kept = ImpliedOutcome.violations([])
}

/// One way in which a promise was not kept.
struct Violation: Equatable {
  /// One clause that names the culprit.
  var message: String
  /// The file of the rootfs that it is about.
  var path: FilePath?
  /// Where it is written that it should be otherwise.
  var location: SourceLocation?
  var expected: String?
  var found: String?
  /// Both texts compared.
  var difference: String?
}

/// All implied assertions.
enum ImpliedRegistry {
  static let all: [any ImpliedAssertion.Type] = [
    BinFilesPresent.self,
    EnabledUnitsValid.self,
    NoBuildResidue.self,
    NoHostTraces.self,
    NoSecrets.self,
    NoUnownedSetuidFiles.self,
    NoWorldWritableFiles.self,
    PackageDatabaseConsistent.self,
    PackagesInstalled.self,
    PackagesRemoved.self,
    ServicesExist.self,
    StaticFilesPresent.self,
  ]
}

extension ImpliedAssertion {
  /// The result of this assertion for a case.
  func result(
    _ build: BuildFacts, _ probe: any RootfsProbe, in context: CaseContext,
    at location: SourceLocation
  ) async -> CaseResult {
    let start = ContinuousClock.now
    let verdict: CaseResult.Verdict
    do {
      switch try await outcome(build, probe) {
      case .violations([]): verdict = .passed
      case .notApplicable(let reason): verdict = .skipped(reason: reason)
      case .violations(let violations):
        verdict = .failed(failure(violations, in: context, at: location))
      }
    } catch {
      verdict = context.errored(error, at: location)
    }
    return context.result("implied: \(Self.name)", verdict, since: start, at: location)
  }

  private func failure(
    _ violations: [Violation], in context: CaseContext, at location: SourceLocation
  ) -> CaseResult.Failure {
    let first = violations[0]
    let others = violations.count > 1 ? " (and \(violations.count - 1) more)" : ""
    let details = violations.map { violation in
      [violation.located, violation.difference, context.blame(violation.path)]
        .compactMap(\.self).joined(separator: "\n")
    }
    return CaseResult.Failure(
      code: "implied", message: first.message + others, at: first.location ?? location,
      expected: violations.count == 1 ? first.expected : Self.name,
      found: violations.count == 1 ? first.found : nil,
      details: details.joined(separator: "\n"), reproduce: context.reproduce)
  }
}

extension Violation {
  /// The message with the place, on one line.
  fileprivate var located: String { location.map { "\($0): \(message)" } ?? message }
}
