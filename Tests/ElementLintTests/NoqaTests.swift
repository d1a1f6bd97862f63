import Testing

@testable import ElementLint

struct NoqaTests {
  /// Comments behind a line with an `E225`, and whether flake8 silences it.
  static let comments: [(String, Bool)] = [
    ("# noqa", true), ("# noqa: F401,E501", false), ("# noqa:E225 F401", true),
    ("# noqa: E2", true), ("# noqa: some words", true), ("# noqa : E225", true),
    ("# noqa:  E225", true), ("#noqa", false), ("# noqa: e225", false),
    ("# noqa:E225F401", false), ("# NOQA:E225", true), ("# foo # noqa: E225", true),
    ("# noqa:E225,,E231", true), ("# noqa:F401 # noqa:E225", false), ("#  noqa", false),
    ("# noqa:E225-x", true), ("# noqa: X1234567", false), ("# noqa: 225", true),
    ("# noqa:E225;F401", true), ("# noqa: F401 , E225", true), ("# noqaE225", true),
    ("# noqa:Q, E225", true), ("# noqa: F401,E225x", true),
    ("# noqa: F401 because E225", false), ("# noqa:W292;E225", false),
  ]

  @Test(arguments: comments)
  func commentSilencesItsLine(_ comment: String, _ isSilenced: Bool) throws {
    let found = try pythonFindings("x=1  \(comment)\n").filter { $0.contains("E225") }
    #expect(found.isEmpty == isSilenced)
  }

  @Test func commentBehindAStringSilencesAllOfItsLines() throws {
    #expect(try pythonFindings("x='''\na \n'''  # noqa\ny=1\n") == ["4:2 E225"])
  }

  @Test func commentInBracketsSilencesItsLineOnly() throws {
    #expect(try pythonFindings("x = (1,2,  # noqa\n     3,4)\n") == ["2:7 E231"])
  }

  /// Lines, and whether flake8 leaves out the file that they are in.
  static let fileComments: [(String, Bool)] = [
    ("# flake8: noqa", true), ("# flake8: noqa: F401", true), ("#flake8: noqa", false),
    ("  # FLAKE8=NOQA", true), ("x = 1  # flake8: noqa", false), ("'''\n# flake8:noqa\n'''", true),
    ("# flake8 : noqa", false),
  ]

  @Test(arguments: fileComments)
  func commentLeavesOutTheFile(_ line: String, _ isLeftOut: Bool) throws {
    #expect(try pythonFindings("y=1\n\(line)\n").contains("1:2 E225") == !isLeftOut)
  }

  @Test func configurationCanSwitchCommentsOff() throws {
    var flake8 = Flake8Configuration()
    flake8.disablesNoqa = true
    #expect(try pythonFindings("# flake8: noqa\nx=1  # noqa\n", flake8: flake8) == ["2:2 E225"])
  }

  @Test func unusedCodesOfSelectedRulesAreFound() throws {
    let text = "x = 1  # noqa: E225,E226,H101,W291\ny=1  # noqa: E2,E5\n"
    #expect(try pythonFindings(text, select: ["NQ"]) == ["1:16 NQ102", "1:31 NQ102"])
  }
}
