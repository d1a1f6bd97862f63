import Diagnostics
import ElementLint
import SystemPackage
import TestSupport
import Testing

@testable import Commands

struct ReferenceDocumentsTests {
  private static let folder = Checkout.root.appending("docs")

  @Test(arguments: ReferenceDocuments.all.map(\.path))
  func pagesAreWhatTheProgramKnows(_ path: String) throws {
    let document = try #require(ReferenceDocuments.all.first { $0.path == path })
    #expect(
      try readFile(Self.folder.appending(path)) == document.text, "run `make docs`")
  }

  @Test func everyPageIsOfARule() {
    let pages = RuleCatalog.all.map { "\($0.code).md" } + ["README.md"]
    #expect(fileNames(in: Self.folder.appending("rules")) == pages.sorted())
  }

  @Test func fencesAreLongerThanThoseInExamples() {
    let rule = RuleMetadata(
      code: "XX1", name: "x", severity: .info, rationale: "x", flagged: ["````\n"], accepted: [])
    #expect(RulePage(rule).markdown.contains("\n`````text\n````\n`````\n"))
  }
}
