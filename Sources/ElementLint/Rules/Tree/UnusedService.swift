import Diagnostics
import ElementModel

/// Flags services of a map that nobody looks up.
struct UnusedService: TreeRule {
  static let metadata = RuleMetadata(
    code: "SV503",
    name: "unused-service",
    severity: .warning,
    rationale: """
      A `svc-map` gives a service the name that it has on each distribution, for hooks that ask for it.
      A service whose name occurs in no element is misspelt, or was left behind.
      """,
    flagged: [["foo/svc-map": "«web»:\n  default: nginx\n"]],
    accepted: [
      [
        "foo/svc-map": "web:\n  default: nginx\n",
        "bar/install.d/50-bar": .executable("#!/bin/bash\nos-svc-enable -n web\n"),
      ]
    ])

  func check(_ tree: LintedTree) -> [Finding] {
    let services = tree.elements.flatMap(\.documents).flatMap(\.services)
    let known = tree.words(among: services.map(\.name))
    return services.filter { !known.contains($0.name) }.map { service in
      finding(
        "nothing looks up the service `\(service.name)`", at: service.location,
        hint: "remove the entry, or correct its name",
        fix: service.removal.map { Finding.Fix("remove the entry", edits: [$0]) })
    }
  }
}

extension LintedTree {
  /// Those of the words that occur in files other than documentation and service maps.
  fileprivate func words(among words: [String]) -> Set<String> {
    let search = WordSearch(words)
    return elements.flatMap(\.files).reduce(into: []) { found, file in
      guard !words.isEmpty, file.role != .readme, file.role != .serviceMap else { return }
      found.formUnion(file.text.map(search.words) ?? [])
    }
  }
}
