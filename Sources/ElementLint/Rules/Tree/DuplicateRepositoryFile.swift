import Diagnostics
import Documents

/// Flags repository lists of the same name in two elements of one build.
struct DuplicateRepositoryFile: TreeRule {
  static let metadata = RuleMetadata(
    code: "SR609",
    name: "duplicate-repository-file",
    severity: .warning,
    rationale: """
      The top-level files of all elements of a build are copied into one directory, and of two
      `source-repository-*` files with the same name one is lost without a word. Two equal files do
      no harm.
      """,
    flagged: [
      [
        "foo/«source-repository-it»": "foo git /opt/foo https://example.com/foo.git v1\n",
        "bar/«source-repository-it»": "bar git /opt/bar https://example.com/bar.git v1\n",
      ]
    ],
    accepted: [
      [
        "foo/source-repository-foo": "foo git /opt/foo https://example.com/foo.git v1\n",
        "bar/source-repository-bar": "bar git /opt/bar https://example.com/bar.git v1\n",
      ],
      [
        "foo/source-repository-it": "foo git /opt/foo https://example.com/foo.git v1\n",
        "bar/source-repository-it": "foo git /opt/foo https://example.com/foo.git v1\n",
      ],
    ],
    suppression: .file)

  func check(_ tree: LintedTree) -> [Finding] {
    tree.collisions(of: tree.elements.flatMap(claims)).map { collision in
      finding(
        "\(collision.others("has", plural: "have")) another `\(collision.claim.subject)`",
        at: collision.claim.location, notes: collision.notes("the other file"),
        hint: "name it after what this element fetches")
    }
  }

  private func claims(of element: LintedElement) -> [Claim] {
    element.files.filter { $0.role == .sourceRepository }.map { file in
      Claim(
        element: element.name, subject: file.name, location: file.location,
        content: file.text.map { String(decoding: $0.bytes, as: UTF8.self) })
    }
  }
}
