import Diagnostics
import ElementModel
import ElementTest
import SystemPackage

/// The results of a case file with the given text, on `rootfs`: one line each, name and verdict.
/// Implied assertions are left out.
package func results(
  of yaml: String, on rootfs: some RootfsProbe, lastTouched: String? = nil
) async throws -> [CaseResult] {
  var problems = Problems()
  let testCase = TestCase.read(Array(yaml.utf8), path: "tests/case.yaml", problems: &problems)
  guard let testCase, problems.errors.isEmpty else { throw UnexpectedProblems(problems) }
  return try await withElements(["foo/README.rst": ""]) { tree in
    var facts = try BuildFacts(of: ["foo"], in: tree)
    if let lastTouched { facts.lastTouched = { _ in lastTouched } }
    return await TestRunner(facts, on: rootfs).run([testCase])
      .filter { !$0.name.contains(": implied: ") }
  }
}

/// A case file that was meant to be right has problems.
package struct UnexpectedProblems: Error, CustomStringConvertible {
  package let description: String

  init(_ problems: Problems) {
    description = problems.errors.map(\.description).joined(separator: "\n")
  }
}

extension BuildFacts {
  /// Facts about a build of elements of `tree`, the first of which is under test.
  package init(
    of names: [ElementName], in tree: ElementTree, environment: [String: String] = [:]
  ) throws {
    let resolved = try ElementResolver(tree).resolve(names, requiringOperatingSystem: false)
    self.init(
      element: names[0], elementArgument: "elements/\(names[0])", tree: tree, elements: resolved,
      hooks: try HookTree(merging: resolved), environment: environment)
  }
}

extension [CaseResult] {
  /// Names and verdicts, a line each.
  package var summary: [String] { map { "\($0.name): \($0.verdict.word)" } }
}

extension CaseResult.Verdict {
  /// The verdict without its reasons.
  package var word: String {
    switch self {
    case .passed: "passed"
    case .failed: "failed"
    case .skipped: "skipped"
    case .errored: "errored"
    }
  }

  /// Why it is bad.
  package var failure: CaseResult.Failure? {
    switch self {
    case .failed(let failure), .errored(let failure): failure
    case .passed, .skipped: nil
    }
  }
}
