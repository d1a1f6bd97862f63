import Diagnostics
import ElementModel

/// Flags conditions on variables that nothing sets.
struct UnsetConditionVariable: TreeRule {
  static let metadata = RuleMetadata(
    code: "PK408",
    name: "unset-condition-variable",
    severity: .warning,
    rationale: """
      A `when` that reads a variable which is not set stops the build. Give the variable a default in
      `environment.d` of the element, or depend on the element that does.
      """,
    flagged: [["foo/package-installs.yaml": "vim:\n  when: «DIB_EDITOR = vim»\n"]],
    accepted: [
      [
        "foo/package-installs.yaml": "vim:\n  when: DIB_EDITOR = vim\n",
        "foo/environment.d/10-foo": "export DIB_EDITOR=${DIB_EDITOR:-vim}\n",
      ],
      [
        "foo/package-installs.yaml": "vim:\n  when: DIB_EDITOR = vim\n",
        "foo/element-deps": "bar\n", "bar/environment.d/10-bar": "export DIB_EDITOR\n",
      ],
      ["foo/package-installs.yaml": "vim:\n  when: ARCH = amd64\n"],
    ])

  func check(_ tree: LintedTree) -> [Finding] {
    tree.elements.flatMap { element -> [Finding] in
      let conditions = element.documents.flatMap(\.packages).flatMap(\.conditions)
      guard !conditions.isEmpty, tree.isComplete(element) else { return [] }
      let closure = tree.closure(of: element)
      return conditions.compactMap { condition in
        // Every distribution sets its name and release.
        guard let variable = condition.comparison?.variable,
          !["DISTRO_NAME", "DIB_RELEASE"].contains(variable),
          !BuilderVariables.isSet(variable),
          !closure.contains(where: { $0.environment.contains(variable) })
        else { return nil }
        return finding(
          "no element that `\(element.name)` needs sets `\(variable)`", at: condition.location,
          hint: "export it with a default in `environment.d`")
      }
    }
  }
}
