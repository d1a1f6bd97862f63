import Diagnostics
import SystemPackage
import TestSupport
import Testing

@testable import ElementLint

/// The registries against the folders that hold the rules.
struct RuleRegistryTests {
  static let registries: [(folder: String, types: [Any.Type])] = [
    ("Document", DocumentRules.all), ("Element", ElementRules.all), ("File", FileRules.all),
    ("Python", PythonRules.all), ("Shell", ShellRules.all), ("Tree", TreeRules.all),
  ]

  @Test(arguments: registries.map(\.folder))
  func registryListsTheFilesOfItsFolderInOrder(_ folder: String) throws {
    let types = Self.registries.first { $0.folder == folder }?.types ?? []
    let rules = FilePath(#filePath).removingLastComponent()
      .appending("../../Sources/ElementLint/Rules").appending(folder)
    #expect(types.map { "\($0).swift" } == fileNames(in: rules))
  }

  @Test func codesAndNamesAreUnique() {
    let names = RuleCatalog.all.flatMap { [$0.code.rawValue, $0.name] }
    #expect(Set(names).count == names.count)
  }

  @Test func namesAreInKebabCase() {
    let odd = RuleCatalog.all.map(\.name).filter {
      $0.wholeMatch(of: #/[a-z0-9]+(-[a-z0-9]+)*/#) == nil
    }
    #expect(odd == [])
  }
}
