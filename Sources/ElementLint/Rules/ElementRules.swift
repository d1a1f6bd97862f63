/// The rules that need one element, one for each file of `Element/`.
enum ElementRules {
  static let all: [any ElementRule.Type] = [
    DuplicateDependency.self,
    ForeignReadmeTitle.self,
    HookNameIgnored.self,
    InvalidTemplateControlFile.self,
    InvalidTestCase.self,
    MalformedDependency.self,
    MissingReadme.self,
    MisspeltElementFile.self,
    ProvidedDependency.self,
    ReadableSecretTemplate.self,
    SelfDependency.self,
    SharedHookNumber.self,
    TwoPackageInstallsFiles.self,
    UnknownInstallType.self,
    UnknownPhaseDirectory.self,
    UnknownRefreshPhase.self,
    UnreadPhaseDirectory.self,
    UnreadableFile.self,
    UnsortedDependencies.self,
  ]
}
