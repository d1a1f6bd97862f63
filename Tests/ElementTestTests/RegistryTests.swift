import SystemPackage
import TestSupport
import Testing

@testable import ElementTest

/// Each registry lists the types of its folder, sorted.
@Suite struct RegistryTests {
  @Test func assertionsAreRegistered() {
    #expect(AssertionRegistry.all.map { "\($0)" } == types(in: "Assertions"))
  }

  @Test func matchersAreRegistered() {
    #expect(MatcherRegistry.all.map { "\($0)" } == types(in: "Matchers"))
  }

  @Test func impliedAssertionsAreRegistered() {
    #expect(ImpliedRegistry.all.map { "\($0)" } == types(in: "Implied"))
  }

  private func types(in folder: String) -> [String] {
    let sources = FilePath(#filePath).removingLastComponent().removingLastComponent()
      .removingLastComponent().appending("Sources/ElementTest")
    return fileNames(in: sources.appending(folder)).map { String($0.dropLast(".swift".count)) }
  }
}
