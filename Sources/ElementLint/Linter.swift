public import Diagnostics
public import ElementModel
import SystemPackage

/// Checks elements against the rules, without running anything from them.
///
///     let tree = try ElementTree.discover(in: ["elements"])
///     let findings = await Linter().lint(tree)
public struct Linter: Sendable {
  private let rules: RuleSet
  private let testCases: TestCaseReader

  /// Reads the test cases of an element, and tells what is wrong with them.
  public typealias TestCaseReader = @Sendable (Element) -> [InputError]

  /// A linter with the selected rules; without a reader, test cases are data like any other.
  public init(
    _ selection: RuleSelection = .standard, testCases: @escaping TestCaseReader = { _ in [] }
  ) {
    rules = RuleSet(selection)
    self.testCases = testCases
  }

  /// The findings in the files of `scope`, in the order of reports.
  ///
  /// Rules that compare elements look at all of the tree, whatever the scope.
  public func lint(
    _ tree: ElementTree, only scope: LintScope = .everything
  ) async -> [Finding] {
    await outcome(of: tree, only: scope).findings
  }

  /// The findings in the files of `scope`, and what is silenced there.
  public func outcome(
    of tree: ElementTree, only scope: LintScope = .everything
  ) async -> LintOutcome {
    let elements = await tree.sorted.concurrentMap {
      LintedElement(reading: $0, testCases: testCases)
    }
    let tests = await elements.filter(\.hasTestElements).concurrentMap { $0.testElements() }
    let linted = LintedTree(
      tree: tree, elements: elements, testElements: tests.flatMap { $0 })
    let suppressions = SuppressionIndex(linted)
    let findings = await findings(in: linted, only: scope).sorted()
    return LintOutcome(
      findings: findings.filter { !suppressions.silence($0) },
      suppressed: findings.filter(suppressions.silence))
  }

  private func findings(in tree: LintedTree, only scope: LintScope) async -> [Finding] {
    let inScope = (tree.elements + tree.testElements).filter {
      scope.reaches(into: $0.element.path)
    }
    async let alone = inScope.concurrentMap { rules.findings(in: $0, only: scope) }
    async let together = rules.tree.concurrentMap { $0.check(tree) }
    return await (alone + together).flatMap { findings in
      findings.filter { scope.includes($0.location.path) }
    }
  }
}
