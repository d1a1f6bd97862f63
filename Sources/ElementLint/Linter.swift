public import Diagnostics
public import ElementModel
import SystemPackage

/// Checks elements against the rules, without running anything from them.
///
///     let tree = try ElementTree.discover(in: ["elements"])
///     let findings = await Linter().lint(tree)
public struct Linter: Sendable {
  private let rules: RuleSet
  private let selection: RuleSelection
  private let testCases: TestCaseReader

  /// Reads the test cases of an element, and tells what is wrong with them.
  public typealias TestCaseReader = @Sendable (Element) -> [InputError]

  /// Another linter: it gets shell scripts and gives findings in them.
  public typealias ShellLinter = @Sendable ([ShellFile]) async throws -> [Finding]

  /// A linter with the selected rules; flake8's own follow its configuration unless they are named.
  /// Without a reader, test cases are data like any other.
  public init(
    _ selection: RuleSelection = .standard, flake8: Flake8Configuration = Flake8Configuration(),
    testCases: @escaping TestCaseReader = { _ in [] }
  ) {
    rules = RuleSet(selection, flake8)
    self.selection = selection
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
    await outcome(of: read(tree), only: scope, adding: [])
  }

  /// The same together with what other linters find in the shell scripts of `scope`; comments and lists
  /// of ignored rules hold for their codes as well.
  public func outcome(
    of tree: ElementTree, only scope: LintScope, with others: [ShellLinter]
  ) async throws -> LintOutcome {
    let linted = await read(tree)
    let scripts = linted.shellFiles(in: scope)
    var foreign = [Finding]()
    for other in others { foreign += try await other(scripts) }
    foreign = foreign.filter { selection.includes(foreign: $0.rule) }
    return await outcome(of: linted, only: scope, adding: foreign)
  }

  private func read(_ tree: ElementTree) async -> LintedTree {
    let elements = await tree.sorted.concurrentMap {
      LintedElement(reading: $0, testCases: testCases)
    }
    let tests = await elements.filter(\.hasTestElements).concurrentMap { $0.testElements() }
    return LintedTree(tree: tree, elements: elements, testElements: tests.flatMap { $0 })
  }

  private func outcome(
    of tree: LintedTree, only scope: LintScope, adding foreign: [Finding]
  ) async -> LintOutcome {
    let suppressions = SuppressionIndex(tree)
    let findings = (await findings(in: tree, only: scope) + foreign).sorted()
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
