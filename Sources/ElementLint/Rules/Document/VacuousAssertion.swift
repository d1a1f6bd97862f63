import Diagnostics
import Documents
import ElementModel
import SystemPackage

/// Flags assertions that hold whatever the image is like.
struct VacuousAssertion: DocumentRule {
  static let metadata = RuleMetadata(
    code: "TC202",
    name: "vacuous-assertion",
    severity: .warning,
    rationale: """
      A list of patterns holds if each is met, so an empty one always does, and a pattern that every
      line meets says no more than that there is a line. Write what must be there; for a text that must
      be empty, `""`.
      """,
    flagged: [
      [
        "foo/tests/boots.yaml": """
        assert:
          file:
            /etc/foo: {exists: true, contents: «[]»}
          command:
            foo --version: {exit-status: 0, stdout: [foo, «/.*/»]}

        """
      ]
    ],
    accepted: [
      [
        "foo/tests/boots.yaml": """
        assert:
          file:
            /etc/foo: {exists: true, contents: [/^color=/, '!/secret/']}
          command:
            foo --quiet: {exit-status: 0, stdout: ""}

        """
      ],
      ["foo/tests/data/empty.yaml": "assert: {file: {/etc/foo: {contents: []}}}\n"],
    ])

  func check(_ document: LintedDocument) -> [Finding] {
    guard let testCase = document.testCase else { return [] }
    let path = document.file.file.path
    return ["assert", "boot"].compactMap { testCase[$0] }.flatMap(\.patternLists).flatMap { list in
      vacuous(in: list).map { node, message in
        finding(
          message, at: SourceLocation(path, node.start, to: node.end),
          hint: "write what must be there")
      }
    }
  }

  private func vacuous(in list: DocumentNode) -> [(DocumentNode, Finding.Message)] {
    let patterns = list.sequence ?? []
    guard !patterns.isEmpty else { return [(list, "an empty list of patterns always holds")] }
    return patterns.filter { Self.anything.contains($0.text ?? "") }
      .map { ($0, "every line meets `\($0.text ?? "")`") }
  }

  /// Patterns that every line meets.
  private static let anything: Set = ["", "//", "/^/", "/$/", "/.*/", "/^.*/", "/.*$/", "/^.*$/"]
}

extension DocumentNode {
  /// The lists of patterns in the resources of a gossfile.
  fileprivate var patternLists: [DocumentNode] {
    let attributes = (mapping ?? []).flatMap { $0.value.mapping ?? [] }
      .flatMap { $0.value.mapping ?? [] }
    return
      attributes
      .filter { ["contents", "stdout", "stderr"].contains($0.key.text) }
      .map(\.value).filter { $0.sequence != nil }
  }
}
