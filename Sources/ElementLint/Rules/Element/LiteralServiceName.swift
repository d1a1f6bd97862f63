import Diagnostics
import ElementModel
import ShellSyntax

/// Flags services that are enabled by a name which the element has a map for.
struct LiteralServiceName: ElementRule {
  static let metadata = RuleMetadata(
    code: "SV505",
    name: "literal-service-name",
    severity: .info,
    rationale: """
      The element's `svc-map` says what the service is called on each distribution. Look the name up:
      `systemctl enable $(svc-map foo)`, or use `os-svc-enable -n foo`.
      """,
    flagged: [
      [
        "foo/svc-map": "foo:\n  default: food\n",
        "foo/install.d/50-foo": .executable("#!/bin/bash\nsystemctl enable «food»\n"),
      ]
    ],
    accepted: [
      [
        "foo/svc-map": "foo:\n  default: food\n",
        "foo/install.d/50-foo": .executable(
          "#!/bin/bash\nsystemctl enable $(svc-map foo)\nos-svc-enable -n foo\n"),
      ],
      [
        "foo/svc-map": "foo:\n  default: food\n",
        "foo/install.d/50-foo": .executable("#!/bin/bash\nsystemctl enable bar\n"),
      ],
    ])

  func check(_ element: LintedElement) -> [Finding] {
    let names = Set(
      element.documents.flatMap(\.services).flatMap { [$0.name] + $0.names.values })
    guard !names.isEmpty else { return [] }
    return element.hooks.filter(\.isInChroot)
      .flatMap { $0.invocations(of: "systemctl", "chkconfig", "update-rc.d", "service") }
      .filter { $0.name != "systemctl" || ["disable", "enable", "mask"].contains($0.verb) }
      .flatMap(\.operands)
      .filter { word in
        word.literal.map { names.contains($0) || names.contains($0.withoutServiceSuffix) } ?? false
      }
      .map { word in
        finding(
          "`svc-map` has another name for this service on other systems", at: word.location,
          hint: "use `svc-map` or `os-svc-enable`")
      }
  }
}

extension String {
  fileprivate var withoutServiceSuffix: String {
    hasSuffix(".service") ? String(dropLast(8)) : self
  }
}
