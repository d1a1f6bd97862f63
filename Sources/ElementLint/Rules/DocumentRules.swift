/// The rules that need one parsed file, one for each file of `Document/`.
enum DocumentRules {
  static let all: [any DocumentRule.Type] = [
    ArchWithNotArch.self,
    BlankInArchList.self,
    DuplicateJSONKey.self,
    DuplicateYAMLKey.self,
    EmptyPackageFile.self,
    FalseFlag.self,
    ForeignArchName.self,
    InsecureLocation.self,
    InvalidBlockDevice.self,
    InvalidMapLevel.self,
    InvalidPackagePhase.self,
    InvalidPackageProperty.self,
    MalformedCondition.self,
    MalformedRepositoryRow.self,
    TarWithoutReference.self,
    UnknownDistribution.self,
    UnknownRepositoryType.self,
    UnknownServiceMapKey.self,
    UnparsableJSON.self,
    UnparsableYAML.self,
    UnpinnedReference.self,
    UnreadablePackageFile.self,
    UnreadableServiceMap.self,
    UnterminatedRepositoryRow.self,
  ]
}
