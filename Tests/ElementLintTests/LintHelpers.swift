import Diagnostics
import ElementLint
import ElementModel
import SystemPackage
import TestSupport

/// What the rules find in elements written inline, one line a finding: `path:line:column: RULE`.
func findings(
  _ rules: String..., in files: [String: FixtureFile], only paths: [String]? = nil
) async throws -> [String] {
  try await reports(rules, files, paths).map { finding in
    let place = finding.location.start.map { ":\($0.line):\($0.column)" } ?? ""
    return "\(finding.location.path)\(place): \(finding.rule)"
  }
}

/// The findings themselves, with paths below the search path.
func reports(
  _ rules: [String], _ files: [String: FixtureFile], _ paths: [String]? = nil
) async throws -> [Finding] {
  let selection = try RuleSelection(select: rules)
  return try await withElements(files) { tree in
    let root = tree.searchPath[0]
    let scope = paths.map { LintScope.paths($0.map { root.appending($0) }) } ?? .everything
    return await Linter(selection, testCases: testCaseProblems).lint(tree, only: scope).map {
      finding in
      var finding = finding
      _ = finding.location.path.removePrefix(root)
      return finding
    }
  }
}
