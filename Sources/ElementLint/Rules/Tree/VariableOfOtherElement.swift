import Diagnostics
import ElementModel
import ShellSyntax

/// Flags variables of elements that are not among the dependencies.
struct VariableOfOtherElement: TreeRule {
  static let metadata = RuleMetadata(
    code: "DP314",
    name: "variable-of-other-element",
    severity: .warning,
    rationale: """
      A variable that another element's `environment.d` exports is set only when that element is in the build.
      Add the dependency, or give the variable a default.
      """,
    flagged: [
      [
        "bar/environment.d/10-bar": "export BAR_MODE=fast\n",
        "foo/install.d/50-foo": .executable("#!/bin/bash\necho «$BAR_MODE»\n"),
      ]
    ],
    accepted: [
      [
        "bar/environment.d/10-bar": "export BAR_MODE=fast\n", "foo/element-deps": "bar\n",
        "foo/install.d/50-foo": .executable("#!/bin/bash\necho $BAR_MODE\n"),
      ],
      [
        "bar/environment.d/10-bar": "export BAR_MODE=fast\n",
        "foo/install.d/50-foo": .executable("#!/bin/bash\necho ${BAR_MODE:-}\n"),
      ],
      [
        "bar/environment.d/10-bar": "export BAR_MODE=fast\n",
        "bar/element-provides": "operating-system\n",
        "foo/install.d/50-foo": .executable("#!/bin/bash\necho $BAR_MODE\n"),
      ],
    ])

  func check(_ tree: LintedTree) -> [Finding] {
    let exported = tree.exportedVariables
    return tree.elements.flatMap { element in
      (element.hooks + element.environmentFiles).flatMap(\.borrowedVariables)
        .filter { name, _ in
          !exported.owners(of: name).isEmpty && !BuilderVariables.isSet(name)
            && !exported.isBrought(name, toBuildsOf: element.name)
        }
        .map { name, use in
          let owners = exported.owners(of: name).map(\.rawValue).sorted()
          return finding(
            "`\(name)` is set by \(owners.map { "`\($0)`" }.joined(separator: " or ")) only, which nothing pulls in",
            at: use.location, hint: "add `\(owners[0])` to `element-deps`, or write `${\(name):-}`")
        }
    }
  }
}
