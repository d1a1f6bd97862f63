import Diagnostics
import Documents
import ElementModel
import ShellSyntax

/// Flags settings for users that the element overrides.
struct OverriddenSetting: ElementRule {
  static let metadata = RuleMetadata(
    code: "EN705",
    name: "overridden-setting",
    severity: .warning,
    rationale: """
      The README gives a variable a field such as `:Default:`, so users set it, and `environment.d` then
      sets it whatever its value was. Keep the user's: `export DIB_FOO=${DIB_FOO:-bar}`.
      """,
    flagged: [
      [
        "foo/README.rst": "foo\n===\n\nDIB_FOO\n  :Default: bar\n",
        "foo/environment.d/10-foo": "export «DIB_FOO=bar»\n",
      ]
    ],
    accepted: [
      [
        "foo/README.rst": "foo\n===\n\nDIB_FOO\n  :Default: bar\n",
        "foo/environment.d/10-foo": "export DIB_FOO=${DIB_FOO:-bar}\n",
      ],
      [
        "foo/README.rst": "foo\n===\n", "foo/environment.d/10-foo": "export DIB_FOO=bar\n",
      ],
      [
        "foo/README.rst": "foo\n===\n\nDIB_FOO\n  :Default: bar\n",
        "foo/environment.d/10-foo":
          "if [ -z \"${DIB_FOO:-}\" ]; then\n    export DIB_FOO=bar\nfi\n",
      ],
    ])

  func check(_ element: LintedElement) -> [Finding] {
    let scripts = element.environmentFiles
    guard !scripts.isEmpty else { return [] }
    let documented = element.documentedSettings
    guard !documented.isEmpty else { return [] }
    return scripts.flatMap { script in
      let read = Set(script.syntax.expansions.map(\.name))
      return script.syntax.commands.filter { $0.context.isUnconditional }
        .flatMap { $0.assignments + $0.declarations }
        .filter { documented.contains($0.name) && !read.contains($0.name) && !$0.isAppending }
        .filter { script.variables.exported.contains($0.name) }
        .map { assignment in
          finding(
            "the user's value of `\(assignment.name)` is lost", at: assignment.location,
            hint: "write `${\(assignment.name):-…}`")
        }
    }
  }
}

extension LintedElement {
  /// The variables that the element's README has fields for.
  fileprivate var documentedSettings: Set<String> {
    let texts = files.filter { $0.role == .readme }.compactMap(\.text)
    return Set(texts.flatMap(\.settings))
  }
}

extension SourceText {
  /// The names that stand alone on a line with a field list below.
  fileprivate var settings: [String] {
    guard lineCount > 1 else { return [] }
    return (1..<lineCount).compactMap { line in
      guard text(ofLine: line + 1).trimmingBlanks().hasPrefix(":") else { return nil }
      let name = text(ofLine: line).filter { !"`*: ".contains($0) }
      return name.hasPrefix("DIB_") ? name : nil
    }
  }
}
