/// The rules that compare elements with each other, one for each file of `Tree/`.
enum TreeRules {
  static let all: [any TreeRule.Type] = [
    DependencyCycle.self,
    DistributionWithoutName.self,
    DuplicateDestination.self,
    DuplicateHook.self,
    DuplicateRepositoryFile.self,
    DuplicateService.self,
    ImpliedDependency.self,
    InstalledAndRemoved.self,
    MissingInfrastructureDependency.self,
    ModeDiffersFromGit.self,
    ProviderConflict.self,
    UndocumentedVariable.self,
    UnknownDependency.self,
    UnlinkedInstallDirectory.self,
    UnreadVariable.self,
    UnreferencedElement.self,
    UnsetConditionVariable.self,
    UnusedMapEntry.self,
    UnusedService.self,
  ]
}
