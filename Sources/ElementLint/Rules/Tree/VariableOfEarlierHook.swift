import Diagnostics
import ElementModel
import ShellSyntax

/// Flags variables that a hook expects from another one.
struct VariableOfEarlierHook: TreeRule {
  static let metadata = RuleMetadata(
    code: "SH829",
    name: "variable-of-earlier-hook",
    severity: .warning,
    rationale: """
      Each hook is a process of its own, and what it exports ends with it. To hand something to a later hook,
      write it to a file, or set it in `environment.d`.
      """,
    flagged: [
      [
        "foo/install.d/10-foo": .executable("#!/bin/bash\nexport FOO_HOME=/opt/foo\n"),
        "foo/install.d/20-foo": .executable("#!/bin/bash\necho «$FOO_HOME»\n"),
      ]
    ],
    accepted: [
      [
        "foo/environment.d/10-foo": "export FOO_HOME=/opt/foo\n",
        "foo/install.d/20-foo": .executable("#!/bin/bash\necho $FOO_HOME\n"),
      ],
      [
        "foo/install.d/10-foo": .executable("#!/bin/bash\nexport FOO_HOME=/opt/foo\n"),
        "foo/install.d/20-foo": .executable("#!/bin/bash\nFOO_HOME=/opt/bar\necho $FOO_HOME\n"),
      ],
    ])

  func check(_ tree: LintedTree) -> [Finding] {
    let exported = tree.exportedVariables
    return tree.elements.flatMap { element -> [Finding] in
      var exports = [String: SourceLocation]()
      for hook in element.hooks {
        for name in hook.variables.exported where exported.owners(of: name).isEmpty {
          exports[name] = hook.variables.assignments[name]?.first?.location ?? hook.file.location
        }
      }
      guard !exports.isEmpty else { return [] }
      return element.hooks.flatMap(\.borrowedVariables).compactMap { name, use in
        guard let export = exports[name], !BuilderVariables.isSet(name) else { return nil }
        return finding(
          "`\(name)` was exported by another hook, and is gone", at: use.location,
          notes: [Finding.Note("exported here", at: export)],
          hint: "set it in `environment.d`, or hand it on in a file")
      }
    }
  }
}
