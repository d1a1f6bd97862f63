import Diagnostics
import ElementModel

/// Flags repositories that two elements of one build fetch into the same directory.
struct DuplicateDestination: TreeRule {
  static let metadata = RuleMetadata(
    code: "SR605",
    name: "duplicate-destination",
    severity: .error,
    rationale: """
      Sources are fetched into a new directory. The build stops when another element has fetched
      something else into it already.
      """,
    flagged: [
      [
        "foo/source-repository-foo": "«foo git /opt/it https://example.com/foo.git v1»\n",
        "bar/source-repository-bar": "«bar git /opt/it https://example.com/bar.git v1»\n",
      ]
    ],
    accepted: [
      [
        "foo/source-repository-foo": "foo git /opt/foo https://example.com/foo.git v1\n",
        "bar/source-repository-bar": "bar git /opt/bar https://example.com/bar.git v1\n",
      ]
    ])

  func check(_ tree: LintedTree) -> [Finding] {
    tree.collisions(of: tree.elements.flatMap(claims)).map { collision in
      finding(
        "\(collision.otherNames) fetches into `\(collision.claim.subject)` too",
        at: collision.claim.location, notes: collision.notes("the other row"),
        hint: "choose another destination")
    }
  }

  private func claims(of element: LintedElement) -> [Claim] {
    element.documents.flatMap(\.repositories).compactMap { row in
      row.destination.map {
        Claim(element: element.name, subject: $0, location: row.sourceLocation)
      }
    }
  }
}
