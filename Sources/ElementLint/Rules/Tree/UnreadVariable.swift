import Diagnostics
import Documents
import ElementModel

/// Flags variables that a README tells of and nothing reads.
struct UnreadVariable: TreeRule {
  static let metadata = RuleMetadata(
    code: "DC104",
    name: "unread-variable",
    severity: .warning,
    rationale: """
      A variable that a README promises and no file of any element reads is misspelt, or its reader is
      gone. Whoever sets it waits for an effect.
      """,
    flagged: [
      [
        "foo/README.rst": "Set ``«DIB_FOO_COLOUR»`` to what you like.\n",
        "foo/install.d/50-foo": .executable("#!/bin/bash\necho ${DIB_FOO_COLOR:-blue}\n"),
      ]
    ],
    accepted: [
      [
        "foo/README.rst": """
        Set ``DIB_FOO_COLOR`` or ``DIB_FOO_SIZE_big``, not ``DIB_OFFLINE``. An example::

          when: DIB_EDITOR = vim

        where ``DIB_EDITOR`` chooses.

        """,
        "foo/install.d/50-foo": .executable("#!/bin/bash\necho ${DIB_FOO_COLOR:-blue}\n"),
        "foo/install.d/60-foo": .executable("#!/bin/bash\neval echo \\$DIB_FOO_SIZE_$kind\n"),
      ]
    ],
    suppression: .none)

  func check(_ tree: LintedTree) -> [Finding] {
    let read = ReadNames(tree)
    let pages = tree.elements.flatMap(\.files).filter { $0.role == .readme }.compactMap(\.text)
    return pages.flatMap { page in
      var seen = Set<String>()
      return page.variablesInProse
        .filter { seen.insert($0.name).inserted && !read.contain($0.name) }
        .map { name, range in
          let closest = closestName(to: name, among: read.names)
          return finding(
            "nothing reads `\(name)`", at: page.location(range),
            hint: closest.map { "did you mean `\($0)`?" } ?? "correct the name, or remove it")
        }
    }
  }
}

/// The names of variables in all files but the documentation.
private struct ReadNames {
  let names: Set<String>
  /// The beginnings of names up to each of their underscores.
  private let beginnings: Set<String>

  init(_ tree: LintedTree) {
    let files = (tree.elements + tree.testElements).flatMap(\.files).filter { $0.role != .readme }
    names = files.reduce(into: []) {
      $0.formUnion($1.text?.names(startingWith: "DIB_").map(\.name) ?? [])
    }
    beginnings = names.reduce(into: []) { $0.formUnion(Self.beginnings(of: $1)) }
  }

  /// Whether something reads the variable, makes its name when it reads it, or reads variables whose
  /// names begin like this.
  func contain(_ name: String) -> Bool {
    names.contains(name) || name.hasSuffix("_") || BuilderVariables.contains(name)
      || beginnings.contains("\(name)_")
      || Self.beginnings(of: name).contains { $0 != "DIB_" && names.contains($0) }
  }

  private static func beginnings(of name: String) -> [String] {
    name.indices.filter { name[$0] == "_" }.map { String(name[...$0]) }
  }
}
