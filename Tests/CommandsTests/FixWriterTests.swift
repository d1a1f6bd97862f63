import ElementLint
import ElementModel
import Glibc
import SystemPackage
import TestSupport
import Testing

@testable import Commands

/// What happens when files change between the reading and the writing.
struct FixWriterTests {
  private static let files: [String: FixtureFile] = [
    "elements/foo/element-deps": "b\na\n", "elements/foo/finalize.d/10-a": .executable(),
    "elements/foo/finalize.d/20-b": .symlink("10-a"),
  ]

  /// What stood in the way after `meddle` has changed the tree.
  private func problems(_ meddle: (FilePath) throws -> Void) async throws -> [String] {
    try await withTree(Self.files) { root in
      let tree = try ElementTree.discover(in: [root.appending("elements")])
      let linter = Linter(try RuleSelection(select: ["DP305", "HK106"]))
      let fixer = Fixer(allowsUnsafe: true) { await linter.lint($0, only: $1) }
      let outcome = try await fixer.outcome(of: tree, only: .everything)
      try meddle(root.appending("elements/foo"))
      let problems = FixWriter(outcome).write()
      #expect(fileNames(in: root.appending("elements/foo")).allSatisfy { !$0.hasSuffix(".new") })
      return problems.map { "\($0.path.lastComponent?.string ?? ""): \($0.problem)" }
    }
  }

  @Test func nothingStandsInTheWay() async throws {
    #expect(try await problems { _ in } == [])
  }

  @Test func whatSomebodyChangedStays() async throws {
    let found = try await problems { foo in
      try writeFile(foo.appending("element-deps"), "c\nb\na\n")
    }
    #expect(found == ["element-deps: was changed since it was read"])
  }

  @Test func whatIsGoneIsNotMadeAgain() async throws {
    let found = try await problems { foo in
      unlink(foo.appending("element-deps").string)
      rename(foo.appending("finalize.d").string, foo.appending("other.d").string)
    }
    #expect(found == ["element-deps: is gone", "finalize.d: is gone"])
  }

  @Test func linkThatTookThePlaceIsNotFollowed() async throws {
    let found = try await problems { foo in
      unlink(foo.appending("element-deps").string)
      try writeFile(foo.appending("x"), "b\na\n")
      symlink("x", foo.appending("element-deps").string)
    }
    #expect(found == ["element-deps: is a link now"])
  }

  @Test func takenNameIsNotGivenAgain() async throws {
    let found = try await problems { foo in
      mkdir(foo.appending("finalise.d").string, 0o755)
    }
    #expect(found == ["finalise.d: is there already"])
  }
}
