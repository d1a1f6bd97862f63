import Diagnostics
import ElementModel
import ShellSyntax

/// Flags programs of elements that are not among the dependencies.
struct ProgramOfOtherElement: TreeRule {
  static let metadata = RuleMetadata(
    code: "DP313",
    name: "program-of-other-element",
    severity: .warning,
    rationale: """
      A program in another element's `bin` is there only when that element is in the build. Without the
      dependency the hook works as long as something else happens to pull it in.
      """,
    flagged: [
      [
        "bar/bin/bar-enable": .executable("#!/bin/bash\n"),
        "foo/install.d/50-foo": .executable("#!/bin/bash\n«bar-enable» foo\n"),
      ]
    ],
    accepted: [
      [
        "bar/bin/bar-enable": .executable("#!/bin/bash\n"), "foo/element-deps": "bar\n",
        "foo/install.d/50-foo": .executable("#!/bin/bash\nbar-enable foo\n"),
      ],
      [
        "bar/bin/bar-enable": .executable("#!/bin/bash\n"),
        "foo/install.d/50-foo": .executable(
          "#!/bin/bash\nif command -v bar-enable; then\n    bar-enable foo\nfi\n"),
      ],
    ])

  func check(_ tree: LintedTree) -> [Finding] {
    let programs = tree.programs
    return tree.elements.flatMap { element in
      element.hooks.flatMap { script in
        script.firstInvocations.filter { name, _ in
          !programs.owners(of: name).isEmpty
            && !programs.isBrought(name, toBuildsOf: element.name)
            && !script.provides(name)
        }.map { name, invocation in
          let owners = programs.owners(of: name).map(\.rawValue).sorted()
          return finding(
            "`\(name)` comes with \(owners.map { "`\($0)`" }.joined(separator: " or ")), which nothing pulls in",
            at: invocation.word.location, hint: "add `\(owners[0])` to `element-deps`")
        }
      }
    }
  }
}

extension LintedScript {
  /// Whether the script defines the program as a function, or looks whether it is there.
  fileprivate func provides(_ name: String) -> Bool {
    if syntax.functions.contains(where: { $0.name == name }) { return true }
    return invocations(of: "command", "type", "which", "hash", "[", "test").contains { look in
      look.arguments.contains { $0.text.contains(name) }
    }
  }
}
