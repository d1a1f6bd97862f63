import Diagnostics
import ElementModel
import ShellSyntax

/// Flags variables that nobody sets, where the shell stops at unset variables.
struct UnsetVariable: TreeRule {
  static let metadata = RuleMetadata(
    code: "EN709",
    name: "unset-variable",
    severity: .warning,
    rationale: """
      Under `set -u` a hook stops at a variable that is not set, and so does an environment file. This one is set
      neither there nor in any `environment.d`, nor by the builder: the build works only where the caller sets
      it. Export a default in `environment.d`, or write `${FOO:-}` or `${FOO:?message}`.
      """,
    flagged: [
      ["foo/install.d/50-foo": .executable("#!/bin/bash\nset -eu\necho «$DIB_FOO»\n")],
      ["foo/environment.d/10-foo": "export FOO=«$DIB_FOO»\n"],
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
    let unknown = tree.unknownEnvironments
    return tree.elements.filter {
      tree.graph.closure(of: $0.name).elements.isDisjoint(with: unknown)
    }.flatMap { element in
      let ofHooks = Set(element.hooks.flatMap(\.variables.exported))
      return element.unsetUses.filter {
        !known.contains($0.key) && !ofHooks.contains($0.key) && !BuilderVariables.isSet($0.key)
      }.map { name, use in
        finding(
          "nothing sets `\(name)`", at: use.location,
          hint: "export a default in `environment.d`, or write `${\(name):-}`")
      }
    }
  }
}

extension LintedElement {
  /// The variables that stop its environment files and hooks when they are unset, each where it is used
  /// first.
  fileprivate var unsetUses: [String: ParameterExpansion] {
    (environmentFiles + hooks).filter { $0.isOn(.nounset) }.reduce(into: [:]) { uses, hook in
      uses.merge(hook.borrowedVariables) { first, _ in first }
    }
  }
}

extension LintedTree {
  /// The elements with environment files that may set any variable.
  fileprivate var unknownEnvironments: Set<ElementName> {
    Set(
      elements.filter { $0.environmentFiles.contains(where: \.takesOverUnknown) }.map(\.name))
  }

  /// The variables that some environment file gives a value or exports.
  fileprivate var variablesOfEnvironment: Set<String> {
    elements.flatMap(\.environmentFiles).reduce(into: []) { names, script in
      names.formUnion(script.variables.assigned)
      names.formUnion(script.variables.exported)
    }
  }
}
