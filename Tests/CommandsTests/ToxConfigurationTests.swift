import SystemPackage
import TestSupport
import Testing

@testable import Commands

struct ToxConfigurationTests {
  @Test func wordsBehindIgnoreAreTaken() {
    let tox = ToxConfiguration(parsing: "[flake8]\nignore = E1\n[dib-lint]\nignore=sete setu\n")
    #expect(tox.ignoredNames == ["sete", "setu"])
  }

  @Test func indentedLinesContinueTheList() {
    let tox = ToxConfiguration(
      parsing: "[dib-lint]\nignore = sete\n  # no\n    setu, which\nother = x\n  y\n")
    #expect(tox.ignoredNames == ["sete", "setu", "which"])
  }

  @Test(arguments: [("repo", "sete"), ("repo/elements/foo", "sete"), ("other/elements", "")])
  func fileIsLookedForUpToTheRootOfTheRepository(_ directory: String, _ names: String) throws {
    let files: [String: FixtureFile] = [
      "other/tox.ini": "[dib-lint]\nignore = setu\n", "repo/.git": .directory,
      "other/elements/foo": .directory, "repo/elements/foo": .directory,
      "repo/tox.ini": "[dib-lint]\nignore = sete\n",
    ]
    try withTree(files) { root in
      let tox = ToxConfiguration(seenFrom: root.appending(directory))
      #expect(tox.ignoredNames.joined() == names)
    }
  }

  @Test(arguments: ["", "[dib-lint]\n", "ignore = sete\n", "[dib-lint\nignore", "[x]\nignore=sete"])
  func nothingElseIsIgnored(_ text: String) {
    #expect(ToxConfiguration(parsing: text).ignoredNames == [])
  }
}
