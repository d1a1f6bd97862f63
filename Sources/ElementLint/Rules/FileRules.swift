/// The rules that need one file, one for each file of `File/`.
enum FileRules {
  static let all: [any FileRule.Type] = [
    BadShebang.self,
    ByteOrderMark.self,
    CarriageReturns.self,
    DanglingLink.self,
    DataInPhaseDirectory.self,
    EnvironmentNameIgnored.self,
    EnvironmentShebang.self,
    ExecutableData.self,
    ExecutableEnvironmentFile.self,
    ExecutablePackageMap.self,
    HookNotExecutable.self,
    HookNumberOutOfRange.self,
    HookWithoutNumber.self,
    HookWithoutShebang.self,
    LegacyPackageList.self,
    LinkLeavesElement.self,
    MarkdownDocument.self,
    MissingFinalNewline.self,
    NotUTF8.self,
    ScriptNotExecutable.self,
    TabIndent.self,
    TrailingBlanks.self,
    UnknownSuppressedRule.self,
  ]
}
