import Diagnostics
import ElementModel
import ShellSyntax

/// Flags variables that nobody sets, in hooks that stop at unset variables.
struct UnsetVariable: TreeRule {
  static let metadata = RuleMetadata(
    code: "EN709",
    name: "unset-variable",
    severity: .warning,
    rationale: """
      Under `set -u` a hook stops at a variable that is not set. This one is set neither in the hook nor in any
      `environment.d`, nor by the builder: the build works only where the caller sets it. Export a default in
      `environment.d`, or write `${FOO:-}` or `${FOO:?message}`.
      """,
    flagged: [
      ["foo/install.d/50-foo": .executable("#!/bin/bash\nset -eu\necho «$DIB_FOO»\n")]
    ],
    accepted: [
      ["foo/install.d/50-foo": .executable("#!/bin/bash\nset -eu\necho ${DIB_FOO:-}\n")],
      ["foo/install.d/50-foo": .executable("#!/bin/bash\necho $DIB_FOO\n")],
      ["foo/install.d/50-foo": .executable("#!/bin/bash\nset -eu\nDIB_FOO=1\necho $DIB_FOO\n")],
      ["foo/install.d/50-foo": .executable("#!/bin/bash\nset -eu\necho $IMAGE_NAME\n")],
      [
        "foo/environment.d/10-foo": "export DIB_FOO=${DIB_FOO:-1}\n",
        "foo/install.d/50-foo": .executable("#!/bin/bash\nset -eu\necho $DIB_FOO\n"),
      ],
    ])

  func check(_ tree: LintedTree) -> [Finding] {
    let known = tree.variablesOfEnvironment
    return tree.elements.filter { !tree.hasUnknownEnvironment($0.name) }.flatMap { element in
      let ofHooks = Set(element.hooks.flatMap(\.variables.exported))
      return element.hooks.filter { $0.isOn(.nounset) }.flatMap(\.borrowedVariables)
        .filter { name, _ in
          !known.contains(name) && !ofHooks.contains(name) && !LegacyVariables.isSet(name)
        }
        .map { name, use in
          finding(
            "nothing sets `\(name)`", at: use.location,
            hint: "export a default in `environment.d`, or write `${\(name):-}`")
        }
    }
  }
}

extension LintedTree {
  /// Whether some environment file of the element or of what it needs may set any variable.
  fileprivate func hasUnknownEnvironment(_ name: ElementName) -> Bool {
    let needed = graph.closure(of: name).elements
    return elements.contains { element in
      needed.contains(element.name) && element.environmentFiles.contains(where: \.takesOverUnknown)
    }
  }

  /// The variables that some environment file gives a value or exports.
  fileprivate var variablesOfEnvironment: Set<String> {
    elements.flatMap(\.environmentFiles).reduce(into: []) { names, script in
      names.formUnion(script.variables.assigned)
      names.formUnion(script.variables.exported)
    }
  }
}
