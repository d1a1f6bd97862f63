import Diagnostics
import SystemPackage
import Testing

struct FindingTests {
  private func finding(
    _ path: FilePath, _ line: Int? = nil, _ column: Int = 1, rule: RuleCode = "HK101",
    message: Finding.Message = "m"
  ) -> Finding {
    let start = line.map { SourcePosition(line: $0, column: column) }
    return Finding(
      rule: rule, name: "x", severity: .error, message: message,
      location: SourceLocation(path, start))
  }

  @Test func findingsAreOrderedByPathLineColumnRuleAndMessage() {
    let ordered = [
      finding("a"), finding("a", 1), finding("a", 1, 2), finding("a", 2, 1, rule: "DP301"),
      finding("a", 2, 1), finding("a", 2, 1, message: "n"), finding("a", 10), finding("a/b"),
      finding("b", 1),
    ]
    #expect(ordered.shuffled().sorted() == ordered)
  }

  @Test func wholeFileComesBeforeItsFirstLine() {
    #expect(finding("a") < finding("a", 1))
    #expect(!(finding("a", 1) < finding("a")))
    #expect(!(finding("a") < finding("a")))
  }

  @Test(arguments: [
    (SourceLocation("a/b"), "a/b"), (SourceLocation("a/b", line: 3), "a/b:3:1"),
    (SourceLocation("a", SourcePosition(line: 3, column: 4)), "a:3:4"),
    (SourceLocation("/a", line: 1, column: 2), "/a:1:2"),
  ])
  func locationsAreWrittenAsEditorsReadThem(_ location: Diagnostics.SourceLocation, _ text: String)
  {
    #expect(location.description == text)
  }

  @Test(arguments: [((1, 1), (1, 2)), ((1, 9), (2, 1)), ((9, 1), (10, 1))])
  func positionsAreOrderedByLineThenColumn(_ left: (Int, Int), _ right: (Int, Int)) {
    let (one, other) = (
      SourcePosition(line: left.0, column: left.1), SourcePosition(line: right.0, column: right.1)
    )
    #expect(one < other && !(other < one))
  }

  @Test func messagesAreTexts() {
    let name = "a"
    let message: Finding.Message = "`\(name)` is missing"
    #expect(message.text == "`a` is missing")
    #expect("\(message)" == message.text)
  }

  @Test func codesAreOrderedAsText() {
    #expect(
      ["SH805", "DP301", "E002", "SH81"].map { RuleCode(rawValue: $0) }.sorted()
        == ["DP301", "E002", "SH805", "SH81"])
  }

  @Test func severitiesAreOrdered() {
    #expect(Severity.allCases.reversed().sorted() == [.info, .warning, .error])
    #expect(Severity.info < .warning && Severity.warning < .error)
    #expect(Severity(rawValue: "warning") == .warning)
  }
}
