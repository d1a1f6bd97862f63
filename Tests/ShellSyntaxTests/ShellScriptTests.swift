import ShellSyntax
import Testing

struct ShellScriptTests {
  @Test func simpleCommandsAreFoundInSourceOrder() {
    #expect(parsed("a; b $(c | d) && e").commands.map(\.name) == ["a", "b", "c", "d", "e"])
  }

  @Test func commandsAreFoundInsideEverything() {
    let script = parsed(
      """
      if a; then b; fi
      f() { c; }
      for x in `d`; do (e); done
      case $(g) in *) h;; esac
      cat <<EOF
      $(i)
      EOF
      { j; } > >(k)
      """)
    #expect(
      script.commands.compactMap(\.name).sorted()
        == ["a", "b", "c", "cat", "d", "e", "g", "h", "i", "j", "k"])
  }

  @Test func commandsAreFoundByTheirLiteralName() {
    let script = parsed("set -e; 'set' x; $set y; \\set z; echo set")
    #expect(script.commands(named: "set").map(\.text) == ["set -e", "'set' x", "\\set z"])
    #expect(script.commands(named: ["set", "echo"]).count == 4)
  }

  @Test func assignmentsComeWithTheirNamesAndValues() {
    let script = parsed("A=1 B+=\"$x\" c; export D=`d` E; F[1]=2; G=(1 '2 3')")
    #expect(script.assignments.map(\.name) == ["A", "B", "D", "F", "G"])
    #expect(script.assignments.map(\.value.text) == ["1", "\"$x\"", "`d`", "2", "(1 '2 3')"])
    #expect(script.assignments.map(\.isAppending) == [false, true, false, false, false])
    #expect(script.assignments[3].index == "1")
    #expect(script.assignments[4].elements?.compactMap(\.literal) == ["1", "2 3"])
    #expect(script.assignments[2].substitutions.map(\.text) == ["`d`"])
  }

  @Test func commentsAreNoCommands() {
    let script = parsed("# one\na # two\n'# no' b#c")
    #expect(script.comments.map(\.text) == ["# one", "# two"])
    #expect(script.comments.map(\.isAloneOnLine) == [true, false])
    #expect(script.commands.count == 2)
  }

  @Test func whatStandsBeforeAnErrorIsThere() {
    let script = parsed("a\nb\nif c; then\n")
    #expect(script.errors.count == 1)
    #expect(script.commands.map(\.name).starts(with: ["a", "b"]))
  }

  @Test(arguments: [
    ("[[ a ]]", ShellExtension.Kind.doubleBracket), ("((1))", .arithmeticCommand),
    ("for ((;;)); do a; done", .arithmeticFor), ("select a in b; do c; done", .select),
    ("coproc a", .coprocess), ("function a { b; }", .functionKeyword),
    ("a <(b)", .processSubstitution), ("a <<<b", .hereString), ("a=(b)", .array),
    ("a+=b", .appendingAssignment), ("echo $'a'", .ansiQuoting), ("echo $\"a\"", .translation),
    ("echo $[1]", .oldArithmetic), ("a |& b", .pipeBoth), ("a &>b", .redirectBoth),
    ("case a in b) c;& esac", .caseFallThrough), ("a {b}>c", .variableRedirection),
    ("echo ${a/b/c}", .parameterOperator),
  ])
  func extensionsOfBashAreKnown(_ text: String, _ kind: ShellExtension.Kind) {
    #expect(parsed(text, dialect: .posix).extensions.map(\.kind) == [kind])
  }

  @Test(arguments: [
    "a=b c >d 2>&1 <e", "f() { a; }", "echo ${a:-b} $((1)) `c` $(d)", "case a in b) c;; esac",
    "cat <<EOF\nEOF", "[ a = b ] && c || d",
  ])
  func posixShellHasTheRest(_ text: String) {
    #expect(parsed(text, dialect: .posix).extensions.isEmpty)
  }
}
