import Diagnostics
import Documents
import ElementModel
import SystemPackage

/// The rules that run, by role.
struct RuleSet: Sendable {
  let tree: [any TreeRule]
  private let element: [any ElementRule]
  private let file: [any FileRule]
  private let document: [any DocumentRule]
  private let shell: [any ShellRule]
  private let python: PythonLinter

  /// The selected rules of all registries.
  init(_ selection: RuleSelection, _ flake8: Flake8Configuration) {
    tree = TreeRules.all.filter { selection.includes($0.metadata) }.map { $0.init() }
    element = ElementRules.all.filter { selection.includes($0.metadata) }.map { $0.init() }
    file = FileRules.all.filter { selection.includes($0.metadata) }.map { $0.init() }
    document = DocumentRules.all.filter { selection.includes($0.metadata) }.map { $0.init() }
    shell = ShellRules.all.filter { selection.includes($0.metadata) }.map { $0.init() }
    python = PythonLinter(selection, flake8)
  }

  /// What the rules that need one element only find in it; files out of scope are left out.
  func findings(in target: LintedElement, only scope: LintScope) -> [Finding] {
    let files = target.files.filter { scope.includes($0.file.path) }
    let documents = target.documents.filter { scope.includes($0.file.file.path) }
    let scripts = target.scripts.filter { scope.includes($0.file.file.path) }
    return element.flatMap { $0.check(target) }
      + files.flatMap { file in self.file.flatMap { $0.check(file) } + pythonFindings(in: file) }
      + scripts.flatMap { script in shell.flatMap { $0.check(script) } }
      + documents.flatMap { document in self.document.flatMap { $0.check(document) } }
  }

  private func pythonFindings(in target: LintedFile) -> [Finding] {
    guard target.language == .python, let text = target.text else { return [] }
    return python.findings(in: text.bytes, at: text.path).map { Finding($0, in: text.path) }
  }
}

extension Finding {
  /// A finding in a Python file at `path`, with what the catalogue says of its rule.
  fileprivate init(_ finding: PythonFinding, in path: FilePath) {
    let rule = RuleCatalog.known(finding.code.rawValue)
    self.init(
      rule: finding.code, name: rule?.name ?? "", severity: rule?.severity ?? .warning,
      message: .init(stringLiteral: finding.text),
      location: SourceLocation(path, line: finding.line, column: finding.column))
  }
}
