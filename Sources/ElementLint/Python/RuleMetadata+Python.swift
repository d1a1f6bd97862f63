import Diagnostics

extension RuleMetadata {
  /// A rule about Python; the examples are texts of a Python file.
  static func python(
    _ code: RuleCode, _ name: String, _ rationale: String, flagged: [PythonExample],
    accepted: [PythonExample], severity: Severity = .warning, isOptIn: Bool = false
  ) -> RuleMetadata {
    RuleMetadata(
      code: code, name: name, severity: severity, rationale: rationale,
      flagged: flagged.map(\.example), accepted: accepted.map(\.example), isOptIn: isOptIn)
  }
}

/// The text of a Python file as an example, and the options that it is checked with.
struct PythonExample: ExpressibleByStringLiteral {
  let example: RuleExample

  init(stringLiteral text: String) { self.init(text) }

  init(_ text: String, _ options: PythonOptions = PythonOptions()) {
    var example: RuleExample = ["foo/foo.py": .text(text)]
    example.python = options
    self.example = example
  }
}
