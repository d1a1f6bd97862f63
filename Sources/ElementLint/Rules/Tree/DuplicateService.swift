import Diagnostics
import ElementModel

/// Flags services that two elements of one build map.
struct DuplicateService: TreeRule {
  static let metadata = RuleMetadata(
    code: "SV504",
    name: "duplicate-service",
    severity: .error,
    rationale: """
      The service maps of all elements of a build are merged, and the build stops when two of them
      name the same service. A warning where a build may hold both elements, an error where the
      dependencies of an element hold both.
      """,
    flagged: [
      ["foo/svc-map": "«web»:\n  default: nginx\n", "bar/svc-map": "«web»:\n  default: apache2\n"]
    ],
    accepted: [
      ["foo/svc-map": "web:\n  default: nginx\n", "bar/svc-map": "db:\n  default: mariadb\n"]
    ])

  func check(_ tree: LintedTree) -> [Finding] {
    tree.collisions(of: tree.elements.flatMap(claims)).map { collision in
      finding(
        "\(collision.others("maps", plural: "map")) the service `\(collision.claim.subject)` too",
        at: collision.claim.location, severity: collision.severity,
        notes: collision.notes("the other entry"), hint: "give the services different names")
    }
  }

  private func claims(of element: LintedElement) -> [Claim] {
    element.documents.flatMap(\.services).map {
      Claim(element: element.name, subject: $0.name, location: $0.location)
    }
  }
}
