import Diagnostics
import ShellSyntax
import Testing

struct CompoundTests {
  @Test(arguments: [
    ("(a)", ShellCompound.Kind.subshell), ("{ a; }", .group), ("if a; then b; fi", .ifCommand),
    ("while a; do b; done", .whileLoop), ("until a; do b; done", .untilLoop),
    ("for a in b; do c; done", .forLoop), ("for ((;;)); do a; done", .arithmeticFor),
    ("select a in b; do c; done", .select), ("case a in b) c;; esac", .caseCommand),
    ("((a))", .arithmetic), ("[[ a ]]", .test), ("coproc a", .coprocess),
  ])
  func kindIsTold(_ text: String, _ kind: ShellCompound.Kind) {
    let compounds = parsed(text).compounds
    #expect(compounds.map(\.kind) == [kind])
    #expect(compounds.map(\.text) == [text])
  }

  @Test(arguments: [
    ("for a in b 'c d' $e; do f; done", ["a", "b", "'c d'", "$e"]), ("for a; do b; done", ["a"]),
    ("case $a in b|c) d;; *) e;; esac", ["$a", "b", "c", "*"]), ("[[ -f $a ]]", ["-f", "$a"]),
    ("select a in b c; do d; done", ["a", "b", "c"]),
  ])
  func wordsAreThoseOfTheHead(_ text: String, _ words: [String]) throws {
    #expect(try #require(parsed(text).compounds.first).words.map(\.text) == words)
  }

  @Test(arguments: [
    ("if a; then b; elif c; then d; else e; fi", ["a", "c"]),
    ("while a; b; do c; done", ["a", "b"]),
    ("until ! a; do b; done", ["a"]), ("if a | b; then c; fi", ["a", "b"]),
    ("if a && b; then c; fi", ["a", "b"]), ("for a in b; do c; done", []),
  ])
  func conditionsDecide(_ text: String, _ names: [String]) throws {
    #expect(try #require(parsed(text).compounds.first).conditions.map(\.name) == names)
  }

  @Test(arguments: [
    ("if a; then b; fi", 1, 7), ("while a\ndo b; done", 2, 1), ("for a in b; do c; done", 1, 13),
    ("case a in b) c;; esac", 1, 8), ("for a in b; { c; }", 1, 13),
  ])
  func bodyBeginsAtItsKeyword(_ text: String, _ line: Int, _ column: Int) throws {
    let position = try #require(parsed(text).compounds.first).bodyPosition
    #expect(position == SourcePosition(line: line, column: column))
  }

  @Test func redirectionsOfTheWholeBelongToIt() throws {
    let loop = try #require(parsed("while read a; do b >c; done <d 2>&1").compounds.first)
    #expect(loop.redirections.map(\.text) == ["<d", "2>&1"])
    #expect(loop.redirections.map(\.kind) == [.input, .duplicateOutput])
  }

  @Test func nestedOnesAreFoundOutermostFirst() {
    let script = parsed("if a; then for b in c; do (d); done; fi")
    #expect(script.compounds.map(\.kind) == [.ifCommand, .forLoop, .subshell])
    let inner = script.commands(named: "d").first
    #expect(inner?.context.enclosing.map(\.kind) == [.subshell, .forLoop, .ifCommand])
  }
}

struct FunctionTests {
  @Test(arguments: [
    ("a() { b; }", "a", false), ("a () { b; }", "a", false), ("function a { b; }", "a", true),
    ("function a() { b; }", "a", true), ("a-b() (b)", "a-b", false),
    ("a()\n{\n  b\n}", "a", false), ("function a:b () { b; }", "a:b", true),
  ])
  func functionsHaveNameAndBody(_ text: String, _ name: String, _ usesKeyword: Bool) throws {
    let function = try #require(parsed(text).functions.first)
    #expect(function.name == name)
    #expect(function.usesKeyword == usesKeyword)
    #expect(function.commands.map(\.name) == ["b"])
    #expect(function.body != nil)
    #expect(function.location.start == SourcePosition(line: 1))
  }

  @Test func commandsKnowTheirInnermostFunction() {
    let script = parsed("a; f() { b; g() { c; }; d; }; e")
    #expect(script.commands.map(\.context.functionName) == [nil, "f", "g", "f", nil])
  }

  @Test(arguments: ["a ( b ) { c; }", "echo 'a() { b; }'", "# a() { b; }", "a=(b)"])
  func nothingElseIsOne(_ text: String) { #expect(parsed(text).functions.isEmpty) }
}
