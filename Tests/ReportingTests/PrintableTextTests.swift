import Testing

@testable import Reporting

struct PrintableTextTests {
  @Test(arguments: [
    ("\u{1b}[1;31mred\u{1b}[0m", "red"), ("\u{1b}]0;title\u{7}text", "text"),
    ("\u{1b}]8;;http://x\u{1b}\\link\u{1b}]8;;\u{1b}\\", "link"), ("\u{1b}(Bplain", "plain"),
    ("\u{1b}[", ""), ("\u{1b}", ""), ("\u{1b}]open\nnext", "\nnext"), ("\u{1b}[2\nK", "\nK"),
    ("\u{1b}Mup", "up"),
  ])
  func controlSequencesVanish(text: String, plain: String) {
    #expect(PrintableText.withoutControlSequences(text) == plain)
  }

  @Test func forbiddenCharactersBecomeVisibleInXML() {
    #expect(PrintableText.forXML("a\u{8}b\u{ffff}\n\t") == "a\\u{8}b\\u{ffff}\n\t")
  }

  @Test func terminalLineHoldsNoControlCharacter() {
    #expect(PrintableText.forTerminal("10%\r20%\t\u{9b}x") == "10%\\u{d}20%  \\u{9b}x")
  }

  @Test func wideCharactersTakeTwoColumns() {
    #expect(TerminalWidth.columns(of: "日本 e\u{301}🙂") == 8)
    #expect(TerminalWidth.truncated("日本語", to: 5) == "日本…")
    #expect(TerminalWidth.truncated("abcdef", to: 4) == "abc…")
    #expect(TerminalWidth.truncated("abcd", to: 4) == "abcd")
    #expect(TerminalWidth.truncated("abcd", to: 0) == "")
  }

  @Test func longTextKeepsItsHeadAndTail() {
    let text = String(repeating: "a", count: 100) + String(repeating: "b", count: 100)
    let excerpt = Excerpt.headAndTail(of: text, limit: 40)
    #expect(excerpt.hasPrefix("aaaaaaaaaa\n… 160 bytes left out"))
    #expect(excerpt.hasSuffix("\n" + String(repeating: "b", count: 30)))
  }
}
