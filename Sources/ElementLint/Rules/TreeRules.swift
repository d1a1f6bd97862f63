/// The rules that compare elements with each other, one for each file of `Tree/`.
enum TreeRules {
  static let all: [any TreeRule.Type] = [
    DependencyCycle.self,
    DuplicateDestination.self,
    DuplicateHook.self,
    DuplicateRepositoryFile.self,
    DuplicateService.self,
    DuplicateTemplate.self,
    ProgramOfOtherElement.self,
    ProviderConflict.self,
    UnexportedVariable.self,
    UnknownDependency.self,
    UnsetVariable.self,
    VariableOfEarlierHook.self,
    VariableOfOtherElement.self,
  ]
}
