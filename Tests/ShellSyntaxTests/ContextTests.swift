import ShellSyntax
import Testing

/// What is known about the place of the command `x`.
struct ContextTests {
  private func context(_ text: String) throws -> ShellContext {
    try #require(parsed(text).commands(named: "x").first).context
  }

  @Test(arguments: [
    "(x)", "$(x)", "a `x`", "a | x", "x | a", "x &", "<(x) a", "{ x; } | a", "coproc x",
  ])
  func subshellsAreTold(_ text: String) throws { #expect(try context(text).isInSubshell) }

  @Test(arguments: ["x", "{ x; }", "if x; then a; fi", "f() { x; }", "a && x", "x; a &", "(a); x"])
  func sameShellIsTold(_ text: String) throws { #expect(try !context(text).isInSubshell) }

  @Test(arguments: ["x", "{ x; }", "a; x", "! x", "if x; then a; fi", "x && a", "x | a"])
  func unconditionalCommandsAreSurelyReached(_ text: String) throws {
    #expect(try context(text).isUnconditional)
  }

  @Test(arguments: [
    "a && x", "a || x", "if a; then x; fi", "if a; then b; else x; fi", "while a; do x; done",
    "case a in b) x;; esac", "f() { x; }", "$(x)", "for a in b; do x; done", "a && { x; }",
  ])
  func conditionalCommandsAreNot(_ text: String) throws {
    #expect(try !context(text).isUnconditional)
  }

  @Test(arguments: [
    "if x; then a; fi", "while x; do a; done", "until x; do a; done", "! x", "x && a", "x || a",
    "if a; then b; elif x; then c; fi", "if { x; }; then a; fi", "{ x; } || a", "x | a || b",
  ])
  func testedStatusIsDisregardedByErrexit(_ text: String) throws {
    #expect(try context(text).isStatusTested)
  }

  @Test(arguments: ["x", "a && x", "a || x", "if a; then x; fi", "a $(x) || true"])
  func otherStatusIsNot(_ text: String) throws { #expect(try !context(text).isStatusTested) }

  @Test func neighboursInListsAreTold() throws {
    let place = try context("a && x || b")
    #expect(place.followsAnd && place.precedesOr && place.isGuarded)
    #expect(!place.followsOr && !place.precedesAnd && !place.isNegated && !place.isInBackground)
    #expect(try context("! x").isNegated)
    #expect(try context("x &").isInBackground)
  }

  @Test func placeInAPipelineIsTold() throws {
    let place = try #require(try context("a | { b; } | x").pipeline)
    #expect(place.position == 2 && place.count == 3 && place.isLast && !place.isFirst)
    #expect(place.commands.map { $0?.name } == ["a", nil, "x"])
    #expect(try context("x").pipeline == nil)
  }

  @Test func substitutionAroundIsTheInnermost() throws {
    #expect(try context("a $(b `x`)").substitution?.text == "`x`")
    #expect(try context("x").substitution == nil)
  }
}
