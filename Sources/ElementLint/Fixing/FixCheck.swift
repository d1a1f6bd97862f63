import Diagnostics
import ElementModel
import SystemPackage

/// Whether fixes did any harm: all rules look at the changed files again, whichever were selected.
struct FixCheck {
  private let tree: ElementTree
  private let revised: RevisedTree

  init(_ tree: ElementTree, _ revised: RevisedTree) {
    self.tree = tree
    self.revised = revised
  }

  /// A new error for each file that has some, by where the file was found.
  func faults() async -> [FilePath: FixOutcome.Reason] {
    guard !revised.sources.isEmpty else { return [:] }
    var known = Dictionary(
      await errors(in: tree, revised.sources).map { (Place($0, in: [:]), 1) }, uniquingKeysWith: +)
    let sources = revised.sourcePaths
    let current = Set(sources.filter { revised.sources.contains($0.value) }.keys)
    var faults: [FilePath: FixOutcome.Reason] = [:]
    for error in await errors(in: revised.tree, revised.sources.union(current)) {
      let place = Place(error, in: sources)
      let left = known[place] ?? 0
      known[place] = left - 1
      if left <= 0, faults[place.path] == nil { faults[place.path] = .error(error) }
    }
    return faults
  }

  /// Comments silence nothing here: what does not parse does not parse.
  private func errors(in tree: ElementTree, _ paths: Set<FilePath>) async -> [Finding] {
    let outcome = await Linter().outcome(of: tree, only: .paths(paths))
    return (outcome.findings + outcome.suppressed).filter { $0.severity == .error }
  }

  /// A rule and the file in which it found something.
  private struct Place: Hashable {
    let path: FilePath
    let rule: RuleCode

    init(_ finding: Finding, in sources: [FilePath: FilePath]) {
      path = sources[finding.location.path] ?? finding.location.path
      rule = finding.rule
    }
  }
}
