import Diagnostics
import TestSupport
import Testing

/// Scripts that are made to break a linter: each gives findings in little time.
@Suite(.notEndless) struct HostileScriptTests {
  private func rules(_ bytes: [UInt8]) async throws -> Set<String> {
    let path = "foo/environment.d/10-foo"
    return Set(try await reports(["ALL"], [path: .bytes(bytes)]).map(\.rule.rawValue))
  }

  private func rules(_ text: String) async throws -> Set<String> {
    try await rules(Array(text.utf8))
  }

  @Test(arguments: [
    "$(", "((", "{ ", "if a; then ", "\"${a:-", "<(", "case a in a) ", "[[ ( ",
  ])
  func deepNestingIsAFinding(_ opening: String) async throws {
    #expect(try await rules(String(repeating: opening, count: 10_000)).contains("SH816"))
  }

  @Test func nulEndsNothing() async throws {
    let script = Array("export A=1\n".utf8) + [0, 0] + Array("\nif\n".utf8)
    _ = try await rules(script)
    #expect(try await rules(Array("if\n".utf8) + Array(repeating: 0, count: 9000)) != [])
  }

  @Test(arguments: [
    "[ $a = b ] && ", "echo $a ", "rm -rf $a/b; ", "a=$(b); ", "a \\\n", "[ a -o b ] || ", "; ",
    "a | ",
    "cat <<A; ", "${a} ", "'", "$A ", "export A=$(b)\n", "# tie-check: disable=A\n", "((a)) ; ",
    "a  \n", "function a() { b; }\n", "for a in b\ndo\nc\ndone\n", "mkdir a\n", "A=1\n",
  ])
  func longScriptsComeToAnEnd(_ piece: String) async throws {
    _ = try await rules(String(repeating: piece, count: 400_000 / piece.utf8.count))
  }
}
