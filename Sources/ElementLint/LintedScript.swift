import Diagnostics
import Documents
import ElementModel
import ShellSyntax

/// A shell script of an element, parsed once.
struct LintedScript: Sendable {
  let file: LintedFile
  let text: SourceText
  let syntax: ShellScript
  /// The programs that its commands run, by name.
  private let programs: [String: [ShellInvocation]]
  /// What it does with its variables.
  let variables: ShellVariables
  /// Where it uses variables that others have to set, by name.
  let borrowedVariables: [String: ParameterExpansion]

  /// Parses the file; nil when it is no shell script, or one with carriage returns, which have a rule
  /// of their own: to the shell every word before one is another.
  init?(_ file: LintedFile) {
    guard file.language == .shell, let text = file.text, !text.contains("\r\n") else { return nil }
    self.file = file
    self.text = text
    let isBash = file.role == .environment || file.shebang?.isBash ?? true
    syntax = ShellScript(
      parsing: text.bytes, path: text.path, dialect: isBash ? .bash : .posix)
    programs = Dictionary(grouping: syntax.commands.flatMap(ShellInvocation.all), by: \.name)
    variables = ShellVariables(syntax)
    borrowedVariables = file.role.isShared ? syntax.borrowedVariables(variables) : [:]
  }
}

extension LintedScript {
  /// Where it runs the programs with the given names, in source order.
  func invocations(of names: String...) -> [ShellInvocation] { invocations(of: names) }

  /// Where it runs the programs with the given names, in source order.
  func invocations(of names: some Sequence<String>) -> [ShellInvocation] {
    let found = names.compactMap { programs[$0] }
    guard found.count > 1 else { return found.first ?? [] }
    return found.joined().sorted { $0.word.location < $1.word.location }
  }

  /// The `#!` line, unless the file is sourced.
  var shebang: Shebang? { file.role == .environment ? nil : file.shebang }

  /// Whether Bash runs the file, rather than another shell or nobody.
  var isBashProgram: Bool { shebang?.isBash ?? false }

  /// The phase that runs the file, if it lies in a phase directory.
  var phase: HookPhase? {
    if case .hook(let phase) = file.role { phase } else { nil }
  }
}

extension FileRole {
  /// Whether the file shares the environment of the build.
  fileprivate var isShared: Bool {
    switch self {
    case .hook, .environment: true
    default: false
    }
  }
}

extension LintedScript {
  /// Whether other scripts may give its variables values.
  var takesOverUnknown: Bool { syntax.takesOverUnknown }

  /// The first run of each program by name.
  var firstInvocations: [(name: String, first: ShellInvocation)] {
    programs.compactMap { name, runs in runs.first.map { (name, $0) } }
  }
}
