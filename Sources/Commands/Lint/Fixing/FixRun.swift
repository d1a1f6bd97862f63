import Diagnostics
import ElementLint
import ElementModel
import Reporting
import SystemPackage

/// Mends what a session finds, or shows how it would be mended.
struct FixRun {
  private let outcome: FixOutcome
  private let environment: ProcessEnvironment

  /// Works the fixes out; nothing is written yet.
  init(_ session: LintSession, _ options: FixOptions, _ environment: ProcessEnvironment)
    async throws
  {
    let fixer = Fixer(allowsUnsafe: options.unsafeFixes) { tree, scope in
      await session.outcome(of: tree, only: scope).findings
    }
    outcome = try await fixer.outcome(of: session.tree, only: session.scope)
    self.environment = environment
  }

  /// The elements as they are to be.
  var tree: ElementTree { outcome.tree }

  /// What has another name then.
  var renamed: [FilePath] { outcome.renames.map(\.to) }

  /// What was done, or would be, and what was not, for people.
  func remarks(isDone: Bool, isQuiet: Bool) -> String {
    let refusals = outcome.refusals.map(remark)
    if isQuiet { return refusals.joined(separator: "\n") }
    let word = isDone ? "fixed" : "would fix"
    let files = Set(outcome.changes.map(\.before.path)).count
    let sum = "\(word) \(plural(outcome.count, "finding")) in \(plural(files, "file"))"
    return ([sum] + refusals).joined(separator: "\n")
  }

  /// The changes as a patch.
  var patch: [UInt8] { FixPatch(outcome, seenFrom: environment.workingDirectory).bytes }

  /// Whether there is anything to change.
  var changesAnything: Bool { !outcome.changes.isEmpty }

  /// Writes the changes.
  ///
  /// - Throws: All that stood in the way, after everything else has been written.
  func write() throws {
    var problems = ProblemCollector()
    problems.add(FixWriter(outcome).write())
    try problems.throwAny()
  }

  private func remark(_ refusal: FixOutcome.Refusal) -> String {
    let path = environment.display(refusal.path)
    switch refusal.reason {
    case .error(let finding):
      return "\(path) is left as it is: its fixes would lead to "
        + "\(finding.rule) \(finding.message)"
    case .unsettled: return "\(path) is left as it is: its fixes come to no end"
    }
  }

  private func plural(_ count: Int, _ noun: String) -> String {
    "\(count) \(noun)\(count == 1 ? "" : "s")"
  }
}
