import Diagnostics
import Documents
import ElementModel
import ShellSyntax

/// A shell script of an element, parsed once.
struct LintedScript: Sendable {
  let file: LintedFile
  let text: SourceText
  let syntax: ShellScript

  /// Parses the file; nil when it is no shell script, or one with carriage returns, which have a rule
  /// of their own: to the shell every word before one is another.
  init?(_ file: LintedFile) {
    guard file.language == .shell, let text = file.text, !text.contains("\r\n") else { return nil }
    self.file = file
    self.text = text
    let isBash = file.role == .environment || file.shebang?.isBash ?? true
    syntax = ShellScript(
      parsing: text.bytes, path: text.path, dialect: isBash ? .bash : .posix)
  }
}

extension LintedScript {
  /// The `#!` line, unless the file is sourced.
  var shebang: Shebang? { file.role == .environment ? nil : file.shebang }

  /// Whether Bash runs the file, rather than another shell or nobody.
  var isBashProgram: Bool { shebang?.isBash ?? false }

  /// The phase that runs the file, if it lies in a phase directory.
  var phase: HookPhase? {
    if case .hook(let phase) = file.role { phase } else { nil }
  }
}
