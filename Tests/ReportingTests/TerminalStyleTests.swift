import Testing

@testable import Reporting

struct TerminalStyleTests {
  @Test(
    arguments: [
      (ColorChoice.auto, true, nil, "xterm", true), (.auto, false, nil, "xterm", false),
      (.auto, true, "1", "xterm", false), (.auto, true, "", "xterm", true),
      (.auto, true, nil, "dumb", false), (.always, false, "1", nil, true),
      (.never, true, nil, "xterm", false),
    ] as [(ColorChoice, Bool, String?, String?, Bool)])
  func colourFollowsTheChoice(
    choice: ColorChoice, isTerminal: Bool, noColor: String?, term: String?, isColoured: Bool
  ) {
    let style = TerminalStyle(choice, isTerminal: isTerminal, noColor: noColor, term: term)
    #expect(style.isColoured == isColoured)
  }

  @Test func plainStyleLeavesTextAlone() {
    #expect(TerminalStyle.plain.apply(.failure, "x") == "x")
    #expect(TerminalStyle.coloured.apply(.failure, "x") == "\u{1b}[1;31mx\u{1b}[0m")
  }
}
