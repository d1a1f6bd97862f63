import Diagnostics
import ElementModel

/// Flags test cases that cannot be run as they are written.
struct InvalidTestCase: ElementRule {
  static let metadata = RuleMetadata(
    code: "TC201",
    name: "invalid-test-case",
    severity: .error,
    rationale: """
      A key, a resource or an attribute that does not exist is no assertion, and neither is a resource
      that asserts nothing. `tie-check test` reports such a case as failed, without building anything.
      """,
    flagged: [
      [
        "foo/tests/boots.yaml": """
        «descripton»: it boots
        assert:
          file:
            /etc/foo: {exists: true, «mod»: "0644"}

        """
      ],
      ["foo/tests/boots.yaml": "assert:\n  file:\n    «/etc/foo»: {title: the file}\n"],
    ],
    accepted: [
      ["foo/tests/boots.yaml": "assert:\n  file:\n    /etc/foo: {exists: true}\n"]
    ],
    suppression: .file)

  func check(_ element: LintedElement) -> [Finding] {
    let known = Set(element.documents.flatMap(\.faultLocations))
    return element.testCaseProblems.compactMap { problem in
      let place = problem.location ?? element.location
      // What any YAML can have wrong has rules of its own.
      guard !known.contains(place) else { return nil }
      return finding("\(problem.message)", at: place, hint: problem.hint)
    }
  }
}

extension LintedDocument {
  /// Where rules for all documents find something.
  fileprivate var faultLocations: [SourceLocation] {
    problems.map(\.location) + [syntaxError?.location].compactMap(\.self)
  }
}
