import Diagnostics
import Documents
import ElementModel
import ShellSyntax

/// Flags variables of `environment.d` that hooks read and do not get.
struct UnexportedVariable: TreeRule {
  static let metadata = RuleMetadata(
    code: "EN701",
    name: "unexported-variable",
    severity: .error,
    rationale: """
      Environment files are sourced by the shell that starts the hooks. A hook is a program of its own and sees
      exported variables only.
      """,
    flagged: [
      [
        "foo/environment.d/10-foo": "«FOO_MODE=fast»\n",
        "foo/install.d/50-foo": .executable("#!/bin/bash\necho $FOO_MODE\n"),
      ]
    ],
    accepted: [
      [
        "foo/environment.d/10-foo": "export FOO_MODE=fast\n",
        "foo/install.d/50-foo": .executable("#!/bin/bash\necho $FOO_MODE\n"),
      ],
      [
        "foo/environment.d/10-foo": "FOO_MODE=fast\nexport FOO_MODE\n",
        "foo/install.d/50-foo": .executable("#!/bin/bash\necho $FOO_MODE\n"),
      ],
      [
        "foo/environment.d/10-foo": "FOO_MODE=fast\n",
        "foo/install.d/50-foo": .executable("#!/bin/bash\nFOO_MODE=slow\necho $FOO_MODE\n"),
      ],
    ])

  func check(_ tree: LintedTree) -> [Finding] {
    let exported = tree.exportedVariables
    let readers = tree.readers
    return tree.elements.flatMap { element in
      element.environmentFiles.flatMap { script in
        script.variables.assignments
          .filter { exported.owners(of: $0.key).isEmpty && !BuilderVariables.isSet($0.key) }
          .compactMap { name, places in
            let reader = readers[name]?.first {
              tree.graph.closure(of: $0.element).elements.contains(element.name)
            }
            return reader.map { unexported(places, readAt: $0.place, in: script) }
          }
      }
    }
  }

  private func unexported(
    _ places: [ShellAssignment], readAt reader: SourceLocation, in script: LintedScript
  ) -> Finding {
    let place = places.first?.location ?? script.file.location
    let canBeDeclared = places.first.map { $0.substitutions.isEmpty && !$0.isAppending } ?? false
    let start = SourceLocation(place.path, place.start, to: place.start)
    return finding(
      "a hook reads this and does not get it", at: place,
      notes: [Finding.Note("read here", at: reader)], hint: "export it",
      fix: canBeDeclared && script.standsAlone(place)
        ? Finding.Fix("export it", replacing: start, with: "export ") : nil)
  }
}

extension LintedTree {
  /// The hooks that read each variable without giving it a value.
  fileprivate var readers: [String: [(element: ElementName, place: SourceLocation)]] {
    var readers = [String: [(element: ElementName, place: SourceLocation)]]()
    for element in elements {
      for (name, use) in element.hooks.flatMap(\.borrowedVariables) {
        readers[name, default: []].append((element.name, use.location))
      }
    }
    return readers
  }
}

extension LintedScript {
  /// Whether the assignment is a command of its own, with nothing else in it.
  fileprivate func standsAlone(_ assignment: SourceLocation) -> Bool {
    syntax.commands.contains { $0.location == assignment }
  }
}
