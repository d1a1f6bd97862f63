import Diagnostics
import PythonSyntax
import SystemPackage
import Testing

struct PythonSourceTests {
  @Test func allLineEndsAreNewlines() {
    let source = source("a\r\nb\rc\n\r")
    #expect(source.text(0..<source.bytes.count) == "a\nb\nc\n\n")
    #expect(source.lineCount == 4)
  }

  @Test func lastLineIsEnded() {
    #expect(source("a").bytes == Array("a\n".utf8))
    #expect(!source("a").hasFinalNewline)
    #expect(source("a\n").hasFinalNewline)
    #expect(source("").hasFinalNewline)
    #expect(source("").lineCount == 0)
  }

  @Test func byteOrderMarkIsCut() {
    #expect(source("\u{FEFF}a\n").bytes == Array("a\n".utf8))
  }

  @Test func columnsAreCharacters() {
    let position = source("a\nπß = 1\n").position(of: 7)
    #expect(position == SourcePosition(line: 2, column: 4))
  }

  @Test func whatIsNotUTF8IsLatin1() {
    let source = PythonSource([0x27, 0xE4, 0x27, 0x0A], path: "a.py")
    #expect(source.text(0..<4) == "'ä'")
  }

  @Test(arguments: ["# -*- coding: latin-1 -*-\n'", "\n#vim:fileencoding=koi8-r\n'"])
  func codingCookieIsObeyed(_ head: String) {
    let source = PythonSource(Array(head.utf8) + Array("ä'\n".utf8), path: "a.py")
    #expect(source.text(0..<source.bytes.count) == head + "Ã¤'\n")
  }

  @Test func cookieBehindCodeIsNone() {
    #expect(source("a = 'ä'\n# coding: latin-1\n").text(0..<8) == "a = 'ä'")
  }
}
