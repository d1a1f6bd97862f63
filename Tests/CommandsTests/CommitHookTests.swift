import ArgumentParser
import Documents
import SystemPackage
import TestSupport
import Testing

@testable import Commands

struct CommitHookTests {
  private func hooks() throws -> [DocumentNode] {
    let path = Checkout.root.appending(".pre-commit-hooks.yaml")
    let document = try YAMLDocument(parsing: Array(try readFile(path).utf8), path: path)
    return try #require(document.root?.sequence)
  }

  @Test func hooksHaveWhatPreCommitNeeds() throws {
    for hook in try hooks() {
      for key in ["id", "name", "entry", "language"] { #expect(hook[key]?.string != nil) }
      // Rules compare elements.
      #expect(hook["pass_filenames"]?.bool == false)
    }
  }

  @Test func hooksAreCommandsOfTheProgram() throws {
    for hook in try hooks() {
      let words = try #require(hook["entry"]?.string).split(separator: " ").map(String.init)
      #expect(words.first == "tie-check")
      #expect(try TieCheckCommand.parseAsRoot(Array(words.dropFirst())) is LintCommand)
    }
  }
}
