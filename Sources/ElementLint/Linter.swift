public import Diagnostics
public import ElementModel
import SystemPackage

/// Checks elements against the rules, without running anything from them.
///
///     let tree = try ElementTree.discover(in: ["elements"])
///     let findings = await Linter().lint(tree)
public struct Linter: Sendable {
  private let rules: RuleSet

  /// A linter with the selected rules; flake8's own follow its configuration unless they are named.
  public init(
    _ selection: RuleSelection = .standard, flake8: Flake8Configuration = Flake8Configuration()
  ) {
    rules = RuleSet(selection, flake8)
  }

  /// The findings in the files of `scope`, in the order of reports.
  ///
  /// Rules that compare elements look at all of the tree, whatever the scope.
  public func lint(
    _ tree: ElementTree, only scope: LintScope = .everything
  ) async -> [Finding] {
    let elements = await tree.sorted.concurrentMap { LintedElement(reading: $0) }
    let tests = await elements.filter(\.hasTestElements).concurrentMap { $0.testElements() }
    let linted = LintedTree(
      tree: tree, elements: elements, testElements: tests.flatMap { $0 })
    return await lint(linted, only: scope).sorted()
  }

  private func lint(_ tree: LintedTree, only scope: LintScope) async -> [Finding] {
    let suppressions = SuppressionIndex(tree)
    let inScope = (tree.elements + tree.testElements).filter {
      scope.reaches(into: $0.element.path)
    }
    async let alone = inScope.concurrentMap { rules.findings(in: $0, only: scope) }
    async let together = rules.tree.concurrentMap { $0.check(tree) }
    return await (alone + together).flatMap { findings in
      findings.filter { scope.includes($0.location.path) && !suppressions.silence($0) }
    }
  }
}
