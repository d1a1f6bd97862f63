/// The rules that need one file, one for each file of `File/`.
enum FileRules {
  static let all: [any FileRule.Type] = [
    BadShebang.self,
    ByteOrderMark.self,
    CarriageReturns.self,
    DanglingLink.self,
    EnvironmentNameIgnored.self,
    EnvironmentShebang.self,
    ExecutableData.self,
    ExecutableEnvironmentFile.self,
    ExecutablePackageMap.self,
    HookNotExecutable.self,
    HookWithoutNumber.self,
    HookWithoutShebang.self,
    LinkLeavesElement.self,
    MarkdownDocument.self,
    MissingFinalNewline.self,
    MissingInterpreter.self,
    NotUTF8.self,
    ScriptNotExecutable.self,
    SourcedWithoutSuffix.self,
    TabIndent.self,
    UnbalancedTemplate.self,
    UncheckedScript.self,
    UnknownSuppressedRule.self,
  ]
}
