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

  @Test(arguments: ["", "[dib-lint]\n", "ignore = sete\n", "[dib-lint\nignore", "[x]\nignore=sete"])
  func nothingElseIsIgnored(_ text: String) {
    #expect(ToxConfiguration(parsing: text).ignoredNames == [])
  }
}
