import PythonSyntax
import SystemPackage
import TestSupport
import Testing

/// Texts that nobody writes must end the lexer well, and soon.
struct HostileTextTests {
  @Test(arguments: [
    "(", "[", "{", "f'{", "f'{'a", "lambda:(", "'''", "\\\n", "f'''{f\"{",
  ])
  func deepNestingIsAnError(_ text: String) {
    #expect(lexerError(String(repeating: text, count: 9_999)) != nil)
  }

  @Test func deepBlocksAreAnError() {
    let lines = (0..<200).map { String(repeating: " ", count: $0) + "if a:\n" }
    #expect(lexerError(lines.joined()) == "IndentationError 101:1 too many levels of indentation")
  }

  @Test(.notEndless)
  func longLineIsCut() {
    let source = PythonSource(
      Array(String(repeating: "a + 'b' ", count: 250_000).utf8), path: "a.py")
    let result = PythonTokens(of: source)
    #expect(result.error == nil)
    #expect(result.tokens.count == 750_002)
  }

  @Test func anyBytesAreAccepted() {
    for first in UInt8.min...UInt8.max {
      for second in UInt8.min...UInt8.max {
        let source = PythonSource([first, second, 0x27], path: "a.py")
        let last = PythonTokens(of: source).tokens.last.map { Int($0.end) } ?? 0
        #expect(last <= source.bytes.count)
      }
    }
  }
}
