import Diagnostics
import ElementModel
import SystemPackage

/// Makes the fixes of findings, round by round, until there are none; nothing is written.
package struct Fixer: Sendable {
  /// Overlapping fixes wait for another round.
  static let mostRounds = 10
  private let allowsUnsafe: Bool
  private let lint: @Sendable (ElementTree, LintScope) async -> [Finding]

  /// A fixer of what `lint` finds; fixes that may change what was meant are only made if allowed.
  package init(
    allowsUnsafe: Bool, lint: @escaping @Sendable (ElementTree, LintScope) async -> [Finding]
  ) {
    self.allowsUnsafe = allowsUnsafe
    self.lint = lint
  }

  /// The elements with all fixes made, but for those of files in which that led to new errors.
  ///
  /// - Throws: `CancellationError` when the task is cancelled meanwhile.
  package func outcome(
    of tree: ElementTree, only scope: LintScope
  ) async throws -> FixOutcome {
    var refused: [FilePath: FixOutcome.Reason] = [:]
    while true {
      let (revised, unsettled) = try await rounds(tree, scope, without: refused.keys)
      var faults = await FixCheck(tree, revised).faults()
      for path in unsettled where faults[path] == nil { faults[path] = .unsettled }
      // Whatever is refused is not tried again, so that this comes to an end.
      guard faults.contains(where: { refused[$0.key] == nil }) else {
        return outcome(tree, revised, refused)
      }
      refused.merge(faults) { first, _ in first }
    }
  }

  private func outcome(
    _ tree: ElementTree, _ revised: RevisedTree, _ refused: [FilePath: FixOutcome.Reason]
  ) -> FixOutcome {
    FixOutcome(
      tree: revised.tree, changes: FileChange.all(from: tree, to: revised),
      renames: revised.renames,
      count: revised.count,
      refusals: refused.map { FixOutcome.Refusal(path: $0.key, reason: $0.value) }
        .sorted { $0.path.string < $1.path.string })
  }

  /// The state after the last round, and the files in which there was still something to fix.
  private func rounds(
    _ tree: ElementTree, _ scope: LintScope, without refused: some Sequence<FilePath>
  ) async throws -> (RevisedTree, unsettled: Set<FilePath>) {
    var revised = RevisedTree(tree, without: refused)
    // In the first one files are only read.
    for _ in 0...Self.mostRounds {
      try Task.checkCancellation()
      guard revised.make(await fixable(revised, scope)) else { return (revised, []) }
    }
    let sources = revised.sourcePaths
    let paths = await fixable(revised, scope).map(\.location.path)
    return (revised, revised.sources.intersection(paths.map { sources[$0] ?? $0 }))
  }

  private func fixable(_ revised: RevisedTree, _ scope: LintScope) async -> [Finding] {
    let findings = await lint(revised.tree, scope.adding(revised.renames.map(\.to)))
    return findings.filter { $0.fix.map { $0.isSafe || allowsUnsafe } ?? false }
  }
}

extension RevisedTree {
  /// Where the files were found that are elsewhere now.
  var sourcePaths: [FilePath: FilePath] {
    guard !renames.isEmpty else { return [:] }
    let files = (tree.sorted + tree.shadowed).flatMap(\.files).filter { $0.path != $0.source }
    return Dictionary(files.map { ($0.path, $0.source) }, uniquingKeysWith: { first, _ in first })
  }
}
