/// The rules that need one element, one for each file of `Element/`.
enum ElementRules {
  static let all: [any ElementRule.Type] = [
    DuplicateDependency.self,
    HookNameIgnored.self,
    KernelFilesTouched.self,
    LiteralServiceName.self,
    MalformedDependency.self,
    MissingReadme.self,
    MisspeltElementFile.self,
    OverriddenSetting.self,
    ProvidedDependency.self,
    SelfDependency.self,
    TwoPackageInstallsFiles.self,
    UnknownPhaseDirectory.self,
    UnreadableFile.self,
    UnsortedDependencies.self,
  ]
}
