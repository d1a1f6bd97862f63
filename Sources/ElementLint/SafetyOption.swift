import Diagnostics
import ShellSyntax

/// One of the options that make a shell stop at mistakes.
enum SafetyOption: String, Sendable {
  case errexit, nounset, pipefail

  /// The letter that switches it on; `pipefail` has none.
  var letter: Character? {
    switch self {
    case .errexit: "e"
    case .nounset: "u"
    case .pipefail: nil
    }
  }

  /// The shortest way to switch it on.
  var command: String { letter.map { "set -\($0)" } ?? "set -o \(rawValue)" }

  /// Whether the words switch it on, be they those of a `set` command or of a `#!` line.
  func isSwitchedOn(by words: [String]) -> Bool {
    words.indices.contains { index in
      let word = words[index]
      guard word.hasPrefix("-"), !word.hasPrefix("--") else { return false }
      if let letter, word.contains(letter) { return true }
      return word.hasSuffix("o") && words.dropFirst(index + 1).first == rawValue
    }
  }
}

extension SafetyOption {
  /// Whether the command switches it on for the rest of the script, whatever happens.
  fileprivate func isSwitchedOn(by command: ShellCommand) -> Bool {
    command.name == "set" && isSwitchedOn(by: command.arguments.literals.map { $0 ?? "" })
      && command.context.isUnconditional && !command.context.isInSubshell
  }
}

/// Flags Bash scripts in which an option is not in effect when the first command runs.
protocol SafetyOptionRule: ShellRule {
  static var option: SafetyOption { get }
}

extension SafetyOptionRule {
  func check(_ script: LintedScript) -> [Finding] {
    let option = Self.option
    guard let shebang = script.shebang, shebang.isBash,
      !option.isSwitchedOn(by: shebang.argument.split(separator: " ").map(String.init))
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
  /// The first command that switches the option on whatever happens, and whether others have run
  /// before it.
  fileprivate func setting(of option: SafetyOption) -> (ShellCommand, isLate: Bool)? {
    var hasRunCommands = false
    for command in syntax.commands where command.context.functionName == nil {
      if option.isSwitchedOn(by: command) { return (command, hasRunCommands) }
      hasRunCommands = hasRunCommands || !Self.preparing.contains(command.name ?? "")
    }
    return nil
  }

  /// Commands that are at home above `set -e`: they set the scene and can hardly fail.
  private static let preparing: Set = [
    "", ":", ".", "[", "alias", "basename", "declare", "dirname", "echo", "exit", "export", "readonly",
    "set", "shopt", "source", "test", "trap", "true", "typeset", "umask", "unset",
  ]
}
