import Diagnostics

/// Something that can be wrong with elements: what it is, and, in one of the roles below, how it is
/// found. The roles differ only in what `check` receives.
protocol Rule: Sendable {
  static var metadata: RuleMetadata { get }
  init()
}

/// Looks at all elements together.
protocol TreeRule: Rule {
  func check(_ tree: LintedTree) -> [Finding]
}

/// Looks at one element: its dependencies and which files it has.
protocol ElementRule: Rule {
  func check(_ element: LintedElement) -> [Finding]
}

/// Looks at one file: its name, mode, kind and text, whatever its language.
protocol FileRule: Rule {
  func check(_ file: LintedFile) -> [Finding]
}

/// Looks at one parsed file: YAML, JSON or one of the element file formats.
protocol DocumentRule: Rule {
  func check(_ document: LintedDocument) -> [Finding]
}

/// Looks at one shell script.
protocol ShellRule: Rule {
  func check(_ script: LintedScript) -> [Finding]
}

/// Looks at one Python file.
///
/// A rule has several codes where one walk finds several patterns, as flake8's plugins do.
protocol PythonRule: Sendable {
  static var metadata: [RuleMetadata] { get }
  init()
  func check(_ python: LintedPython, _ report: inout PythonReport)
}

extension Rule {
  /// A finding of this rule; `severity` only where it is lower than the rule's own.
  func finding(
    _ message: Finding.Message, at location: SourceLocation, severity: Severity? = nil,
    notes: [Finding.Note] = [], hint: String? = nil, fix: Finding.Fix? = nil
  ) -> Finding {
    let metadata = Self.metadata
    return Finding(
      rule: metadata.code, name: metadata.name, severity: severity ?? metadata.severity,
      message: message, location: location, notes: notes, hint: hint, fix: fix)
  }
}
