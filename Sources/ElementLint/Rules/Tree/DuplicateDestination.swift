import Diagnostics
import ElementModel
import SystemPackage

/// Flags repositories that are fetched into a directory that holds something else by then.
struct DuplicateDestination: TreeRule {
  static let metadata = RuleMetadata(
    code: "SR605",
    name: "duplicate-destination",
    severity: .error,
    rationale: """
      A repository is cloned into a new directory. The build stops when the directory is there
      already, unless it holds the same repository at the same reference; tarballs and files are put
      into whatever is there. An error where the dependencies of an element hold both repositories, a
      warning where a build may hold both rows.
      """,
    flagged: [
      [
        "foo/source-repository-foo": "«foo git /opt/it https://example.com/foo.git v1»\n",
        "bar/source-repository-bar": "«bar git /opt/it/ https://example.com/bar.git v1»\n",
      ],
      [
        "foo/source-repository-foo":
          "«foo git /opt/it https://example.com/foo.git v1»\n«bar tar /opt/it https://example.com/bar.tgz .»\n"
      ],
    ],
    accepted: [
      [
        "foo/source-repository-foo": "foo git /opt/foo https://example.com/foo.git v1\n",
        "bar/source-repository-bar": "bar git /opt/bar https://example.com/bar.git v1\n",
      ],
      [
        "foo/source-repository-foo": "it git /opt/it https://example.com/it.git v1\n",
        "bar/source-repository-bar": "it git /opt/it https://example.com/it.git v1\n",
      ],
      [
        "foo/source-repository-foo": "foo tar /opt/it https://example.com/foo.tgz .\n",
        "bar/source-repository-bar": "bar tar /opt/it https://example.com/bar.tgz .\n",
      ],
    ],
    suppression: .file)

  func check(_ tree: LintedTree) -> [Finding] {
    tree.collisions(of: tree.elements.flatMap(claims)).map { collision in
      let others = collision.others("fetches", plural: "fetch")
      return finding(
        "\(others) something else into `\(collision.claim.subject)`", at: collision.claim.location,
        severity: collision.isAmongRepositories ? collision.severity : .warning,
        notes: collision.notes("the other row"), hint: "choose another destination")
    }
  }

  private func claims(of element: LintedElement) -> [Claim] {
    element.documents.flatMap(\.repositories).filter { $0.type != .package }.compactMap { row in
      row.destination.map { destination in
        Claim(
          element: element.name, subject: FilePath(destination).string,
          location: row.sourceLocation, content: row.clone)
      }
    }
  }
}

extension SourceRepositories.Row {
  /// What a clone that is there already is compared with; empty for tarballs and files, which are
  /// put into any directory.
  fileprivate var clone: String {
    guard type == .git else { return "" }
    return [name, location ?? "", reference ?? "master"].joined(separator: " ")
  }
}

extension Collision {
  /// Whether all rows are of repositories, so that the build stops in whichever order they are
  /// fetched.
  fileprivate var isAmongRepositories: Bool {
    ([claim] + others).allSatisfy { $0.content?.isEmpty == false }
  }
}
