import Diagnostics
import ElementModel

/// Flags repository lists that are named after something that they do not fetch.
struct ForeignRepositoryName: DocumentRule {
  static let metadata = RuleMetadata(
    code: "SR604",
    name: "foreign-repository-name",
    severity: .info,
    rationale: """
      Variables such as `DIB_REPOREF_NAME` go by the name in the row, not by that of the file. Readers
      take the name of the file for it.
      """,
    flagged: [
      ["foo/source-repository-foo": "«bar git /opt/bar https://example.com/bar.git v1»\n"]
    ],
    accepted: [
      [
        "foo/source-repository-foo":
          "foo git /opt/foo https://example.com/foo.git v1\nbar git /opt/bar https://example.com/bar.git v1\n"
      ]
    ],
    suppression: .file)

  func check(_ document: LintedDocument) -> [Finding] {
    let name = document.file.name.dropFirst("source-repository-".count)
    let rows = document.repositories
    guard let row = rows.first, !rows.contains(where: { $0.name == name }) else { return [] }
    return [
      finding(
        "file is named after `\(name)`, but fetches `\(row.name)`", at: row.sourceLocation,
        hint: "call the file `source-repository-\(row.name)`")
    ]
  }
}
