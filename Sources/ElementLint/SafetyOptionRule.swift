import Diagnostics
import ShellSyntax

/// Flags Bash scripts in which an option is not in effect when the first command runs.
protocol SafetyOptionRule: ShellRule {
  static var option: SafetyOption { get }
}

extension SafetyOptionRule {
  func check(_ script: LintedScript) -> [Finding] {
    let option = Self.option
    guard let shebang = script.shebang, shebang.isBash,
      !option.isSwitchedOn(by: shebang.options)
    else { return [] }
    let hint = "write `\(option.command)` above the first command"
    guard let (setting, isLate) = script.setting(of: option) else {
      return [finding("`\(option.command)` is missing", at: script.file.firstLine, hint: hint)]
    }
    guard isLate else { return [] }
    return [
      finding(
        "`\(option.command)` comes after commands that it should guard", at: setting.location,
        hint: hint)
    ]
  }
}

extension LintedScript {
  /// Whether the option is in effect, be it from some line on; the shell that sources `environment.d`
  /// has all of them on.
  func isOn(_ option: SafetyOption) -> Bool {
    if file.role == .environment { return true }
    return option.isSwitchedOn(by: file.shebang?.options ?? []) || setting(of: option) != nil
  }

  /// The first command that switches the option on whatever happens, and whether others have run
  /// before it.
  fileprivate func setting(of option: SafetyOption) -> (ShellCommand, isLate: Bool)? {
    var hasRunCommands = false
    for command in syntax.commands where command.context.functionName == nil {
      if option.isSwitchedOn(by: command) { return (command, hasRunCommands) }
      hasRunCommands = hasRunCommands || !command.isPreparing
    }
    return nil
  }
}

extension ShellCommand {
  /// Whether it is at home above `set -e`: it sets the scene and can hardly fail.
  fileprivate var isPreparing: Bool {
    words.isEmpty || name.map(Self.preparingNames.contains) ?? false
  }

  private static let preparingNames: Set = [
    ":", ".", "[", "alias", "basename", "declare", "dirname", "echo", "exit", "export", "readonly",
    "set", "shopt", "source", "test", "trap", "true", "typeset", "umask", "unset",
  ]
}

extension SafetyOption {
  /// Whether the command switches it on for the rest of the script, whatever happens.
  fileprivate func isSwitchedOn(by command: ShellCommand) -> Bool {
    command.name == "set" && isSwitchedOn(by: command.arguments.literals.map { $0 ?? "" })
      && command.context.isUnconditional && !command.context.isInSubshell
  }
}
