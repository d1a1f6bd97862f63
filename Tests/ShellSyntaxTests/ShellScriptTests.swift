import ShellSyntax
import SystemPackage
import Testing

@Test func simpleCommandsAreFoundInSourceOrder() {
  let script = ShellScript(parsing: Array("a; b $(c | d) && e\n".utf8), path: "x")
  #expect(script.commands.map(\.name) == ["a", "b", "c", "d", "e"])
}
