import Diagnostics
import ElementLint
import ElementModel
import TestSupport
import Testing

/// The examples of every rule, run.
struct RuleExampleTests {
  @Test(arguments: RuleCatalog.all.flatMap(ExampleCase.flagged))
  func marksOfFlaggedExamplesAreFoundAndNothingElse(_ example: ExampleCase) async throws {
    let marked = MarkedExample(example.example)
    #expect(!marked.marks.isEmpty)
    #expect(try await example.findings(in: marked) == marked.marks)
  }

  @Test(arguments: RuleCatalog.all.flatMap(ExampleCase.accepted))
  func nothingIsFoundInAcceptedExamples(_ example: ExampleCase) async throws {
    #expect(try await example.findings(in: MarkedExample(example.example)) == [])
  }

  @Test(arguments: RuleCatalog.all.map(\.name))
  func everyRuleHasExamplesAndAReason(_ name: String) throws {
    let rule = try RuleCatalog.rule(name)
    #expect(!rule.accepted.isEmpty && !rule.flagged.isEmpty && !rule.rationale.isEmpty)
  }
}

/// One example of one rule.
struct ExampleCase: CustomTestStringConvertible {
  let rule: RuleMetadata
  let kind: String
  let number: Int
  let example: RuleExample

  var testDescription: String { "\(rule.code) \(rule.name): \(kind) \(number)" }

  static func flagged(by rule: RuleMetadata) -> [ExampleCase] {
    rule.flagged.enumerated().map {
      ExampleCase(rule: rule, kind: "flagged", number: $0 + 1, example: $1)
    }
  }

  static func accepted(by rule: RuleMetadata) -> [ExampleCase] {
    rule.accepted.enumerated().map {
      ExampleCase(rule: rule, kind: "accepted", number: $0 + 1, example: $1)
    }
  }

  /// Where the rule finds something in the files.
  func findings(in marked: MarkedExample) async throws -> Set<MarkedExample.Mark> {
    let selection = try RuleSelection(select: [rule.name])
    return try await withElements(marked.files) { tree in
      let findings = await Linter(selection, testCases: testCaseProblems).lint(tree)
      return Set(findings.map { MarkedExample.Mark($0.location, below: tree.searchPath[0]) })
    }
  }
}
