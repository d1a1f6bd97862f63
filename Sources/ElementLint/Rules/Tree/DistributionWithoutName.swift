import Diagnostics
import ElementModel

/// Flags distributions that do not say which they are.
struct DistributionWithoutName: TreeRule {
  static let metadata = RuleMetadata(
    code: "DP311",
    name: "distribution-without-name",
    severity: .error,
    rationale: """
      Maps of packages and services, and many hooks, go by `DISTRO_NAME`. The element that provides
      `operating-system`, or one that it needs, must export it in `environment.d`, or tell in its README
      that the caller has to. A warning where the elements of distributions that need it export it.
      """,
    flagged: [["foo/element-provides": "«operating-system»\n"]],
    accepted: [
      [
        "foo/element-provides": "operating-system\n",
        "foo/environment.d/10-foo": "export DISTRO_NAME=foo\n",
      ],
      [
        "foo/element-provides": "operating-system\n", "foo/element-deps": "foo-common\n",
        "foo-common/environment.d/10-foo": "DISTRO_NAME=foo\nexport DISTRO_NAME\n",
      ],
      [
        "foo/element-provides": "operating-system\n",
        "foo/README.rst": "Set ``DISTRO_NAME`` to what is in the container.\n",
      ],
    ],
    suppression: .none)

  func check(_ tree: LintedTree) -> [Finding] {
    tree.elements.flatMap { element -> [Finding] in
      let rows = element.provides.filter { $0.name == .operatingSystem }
      guard !rows.isEmpty, tree.isComplete(element), !element.documents(variable: Self.variable),
        !tree.closure(of: element).contains(where: { $0.environment.contains(Self.variable) })
      else { return [] }
      let isNamedAbove = tree.elements.contains { other in
        other.environment.contains(Self.variable) && tree.brings(element.name, with: other)
      }
      return rows.map {
        finding(
          "distribution exports no `\(Self.variable)`", at: $0.location,
          severity: isNamedAbove ? .warning : .error, hint: "export it in `environment.d`")
      }
    }
  }

  private static let variable = "DISTRO_NAME"
}
