import SystemPackage
import TestSupport
import Testing

/// The list of facts, the tests that prove them and the page that users read.
@Suite struct FactRegistryTests {
  private static let tests = FilePath(#filePath).removingLastComponent()

  /// What tests are called by, each with its file.
  private func testNames() throws -> [String: String] {
    var names: [String: String] = [:]
    for file in fileNames(in: Self.tests) where file.hasSuffix("FactTests.swift") {
      let text = try readFile(Self.tests.appending(file))
      for match in text.matches(of: /@Test\(\s*"(C\d{3} [^"]+)"/) {
        let name = String(match.output.1)
        #expect(names.updateValue(file, forKey: name) == nil, "`\(name)` is there twice")
      }
    }
    return names
  }

  @Test func factsAreNumberedFrom1To140() {
    #expect(Facts.all.map(\.number) == Array(1...140))
  }

  @Test func everyFactThatIsMetHasATestOfItsName() throws {
    let names = try testNames()
    for fact in Facts.all where fact.isMet {
      #expect(names[fact.testName] != nil, "no test is called `\(fact.testName)`")
    }
    #expect(Set(names.keys).subtracting(Facts.all.map(\.testName)) == [])
  }

  @Test func casesNameFactsThatThereAre() throws {
    let ids = Set(Facts.all.map(\.id) + [""])
    for example in ConformanceCase.all() {
      #expect(ids.contains(try example.question().fact), "\(example.testDescription)")
    }
  }

  @Test func atLeast135FactsAreMet() {
    #expect(Facts.all.count(where: \.isMet) >= 135)
  }

  @Test func pageIsWhatTheListSays() throws {
    try expectText(CompatibilityPage().text, in: Checkout.root.appending("docs/compatibility.md"))
  }
}
