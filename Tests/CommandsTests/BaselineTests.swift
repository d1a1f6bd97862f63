import Diagnostics
import SystemPackage
import TestSupport
import Testing

@testable import Commands

struct BaselineTests {
  private static let hook = "#!/bin/bash\nwhich a\nwhich b\nwhich b\n"
  private static let files: [String: FixtureFile] = [
    "elements/foo/install.d/50-a": .executable(hook)
  ]
  private static let arguments = ["--select", "SH811", "--fail-on", "info"]

  private func withBaseline(_ body: (LintedTree) async throws -> Void) async throws {
    try await LintedTree.with(Self.files) { tree in
      let written = try await tree.lint(Self.arguments + ["--write-baseline", "known.json"])
      #expect(written.status == 0, "\(written.output)")
      try await body(tree)
    }
  }

  private func lint(
    _ tree: LintedTree, _ arguments: String...
  ) async throws -> BuiltProgram.Outcome {
    try await tree.lint(Self.arguments + ["--baseline", "known.json"] + arguments)
  }

  private func write(_ text: String, _ tree: LintedTree) throws {
    try writeFile(tree.root.appending("elements/foo/install.d/50-a"), text)
  }

  @Test func knownFindingsStayKnownWhenLinesMove() async throws {
    try await withBaseline { tree in
      try write("#!/bin/bash\n\n\n  which   b\nwhich b\n\nwhich a\n", tree)
      let outcome = try await lint(tree)
      #expect(outcome.status == 0, "\(outcome.output)")
    }
  }

  @Test func newFindingsAreReported() async throws {
    try await withBaseline { tree in
      try write(Self.hook + "which b\nwhich c\n", tree)
      let outcome = try await lint(tree)
      #expect(outcome.status == 1)
      #expect(outcome.output.contains("50-a:5:1: SH811"))
      #expect(outcome.output.contains("50-a:6:1: SH811"))
      #expect(!outcome.output.contains("50-a:2:1: SH811"))
    }
  }

  @Test func whatIsMendedLeavesTheList() async throws {
    try await withBaseline { tree in
      try write("#!/bin/bash\nwhich b\n", tree)
      let outcome = try await lint(tree)
      #expect(outcome.output.contains("2 known findings are gone and no longer in known.json\n"))
      #expect(try tree.text("known.json").contains("\"count\": 1"))
      try write(Self.hook, tree)
      let again = try await lint(tree)
      #expect(again.status == 1)
    }
  }

  @Test func whatWasNotLookedAtStaysInTheList() async throws {
    try await withBaseline { tree in
      let list = try tree.text("known.json")
      try write("#!/bin/bash\n", tree)
      let other = ["lint", "--select", "FS203", "--baseline", "known.json"]
      _ = try await BuiltProgram.run(other, ["TIE_CHECK_DATA": "/"], in: tree.root)
      #expect(try tree.text("known.json") == list)
    }
  }

  @Test func listIsWrittenAnewOnDemand() async throws {
    try await withBaseline { tree in
      let list = try tree.text("known.json")
      try write(Self.hook + "which c\n", tree)
      let updated = try await lint(tree, "--update-baseline")
      #expect(updated.status == 0)
      let again = try await lint(tree)
      #expect(again.status == 0)
      #expect(try tree.text("known.json") != list)
    }
  }

  @Test func knownFindingsAreSuppressedResults() async throws {
    try await withBaseline { tree in
      let outcome = try await lint(tree, "--format", "sarif", "--quiet")
      #expect(outcome.output.contains("\"kind\": \"external\""))
    }
  }

  @Test func missingListIsAnError() async throws {
    try await LintedTree.with(Self.files) { tree in
      let outcome = try await lint(tree)
      #expect(outcome.status == 2)
      #expect(outcome.output.contains("known.json: there is no list of known findings"))
    }
  }

  @Test(arguments: [
    ("[]", "1:1: this is no list"), ("{\"version\": 2, \"findings\": []}", "1:1: this is no list"),
    ("{\"version\": 1, \"findings\": [\n{}]}", "2:1: this is no known finding"),
    ("{", "1:2: "), ("", ": this is no list"),
  ])
  func brokenListIsAnErrorWithAPlace(_ text: String, _ message: String) throws {
    try withTree(["known.json": .text(text)]) { root in
      let error = #expect(throws: InputError.self) {
        try Baseline(reading: root.appending("known.json"))
      }
      let text = try #require(error).description
      #expect(text.contains(message), "\(text)")
    }
  }
}
