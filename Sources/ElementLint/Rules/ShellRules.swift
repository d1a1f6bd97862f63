/// The rules that need one shell script, one for each file of `Shell/`.
enum ShellRules {
  static let all: [any ShellRule.Type] = [
    IndentNotMultipleOfFour.self,
    MaskedExitStatus.self,
    MissingErrexit.self,
    MissingNounset.self,
    MissingPipefail.self,
    NoDebugTrace.self,
    OptionsInEnvironmentFile.self,
    ShellSyntaxFault.self,
    ShellTabIndent.self,
    SudoOnHost.self,
    UnusualBashPath.self,
    WhichCommand.self,
  ]
}
