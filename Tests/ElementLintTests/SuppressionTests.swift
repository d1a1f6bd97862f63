import TestSupport
import Testing

struct SuppressionTests {
  @Test func codeOfAnotherLinterSilencesTheRule() async throws {
    let text: FixtureFile = "export A=$(date)  # tie-check: disable=E042\nexport B=$(date)\n"
    let found = try await findings("SH805", "TC101", in: ["foo/environment.d/10-foo": text])
    #expect(found == ["foo/environment.d/10-foo:2:10: SH805"])
  }

  private let masked = "export A=$(date)"

  private func lines(_ text: String) async throws -> [String] {
    try await findings("SH805", in: ["foo/environment.d/10-foo": .text(text)])
      .map { $0.replacing("foo/environment.d/10-foo:", with: "") }
  }

  @Test func commentSilencesItsLine() async throws {
    let found = try await lines("\(masked)  # tie-check: disable=SH805\n\(masked)\n")
    #expect(found == ["2:10: SH805"])
  }

  @Test func nameServesAsWellAsCode() async throws {
    #expect(try await lines("\(masked)  # tie-check: disable=masked-exit-status\n") == [])
  }

  @Test func severalRulesAndAReasonMayBeGiven() async throws {
    #expect(try await lines("\(masked)  # tie-check: disable=HK101, SH805 sourced by hand\n") == [])
  }

  @Test func otherRulesAreNotSilenced() async throws {
    #expect(try await lines("\(masked)  # tie-check: disable=HK101\n") == ["1:10: SH805"])
  }

  @Test func commentAloneAtTheTopSilencesTheFile() async throws {
    #expect(try await lines("# About.\n\n# tie-check: disable=SH805\n\(masked)\n\(masked)\n") == [])
  }

  @Test func commentAloneFurtherDownSilencesNothingElse() async throws {
    let found = try await lines("A=1\n# tie-check: disable=SH805\n\(masked)\n")
    #expect(found == ["3:10: SH805"])
  }

  @Test func findingOverSeveralLinesIsSilencedOnAnyOfThem() async throws {
    #expect(try await lines("export A=$(\ndate  # tie-check: disable=SH805\n)\n") == [])
  }

  @Test func dibLintCommentSilencesTheFile() async throws {
    let found = try await findings(
      "SH801", "SH802", "SH803",
      in: [
        "foo/install.d/50-foo": .executable("#!/bin/bash\n# dib-lint: disable=sete setu\ndate\n")
      ])
    #expect(found == ["foo/install.d/50-foo:1:1: SH803"])
  }

  @Test func dibLintWordSilencesItsRow() async throws {
    let script = "#!/bin/bash\nwhich a # dib-lint: which\nwhich b\nwhich c # dib-lint: safe_sudo\n"
    let found = try await findings("SH811", in: ["foo/install.d/50-foo": .executable(script)])
    #expect(found == ["foo/install.d/50-foo:3:1: SH811", "foo/install.d/50-foo:4:1: SH811"])
  }

  @Test func findingsAboutAFileNeedACommentForTheFile() async throws {
    let found = try await findings(
      "HK103",
      in: [
        "foo/install.d/a": .executable("#!/bin/bash\n# tie-check: disable=HK103\n"),
        "foo/install.d/b": .executable("#!/bin/bash\ndate  # tie-check: disable=HK103\n"),
      ])
    #expect(found == ["foo/install.d/b: HK103"])
  }

  @Test func commentsOfBothDialectsOnOneLineCount() async throws {
    let script = "#!/bin/bash\nexport A=$(which a) # tie-check: disable=SH805 # dib-lint: which\n"
    let files: [String: FixtureFile] = ["foo/install.d/50-foo": .executable(script)]
    #expect(try await findings("SH805", "SH811", in: files) == [])
  }

  @Test func lineThatNamesTheProgramTwiceIsReadOnce() async throws {
    let found = try await findings(
      "TC101", in: ["foo/environment.d/10-foo": "A=1 # tie-check: disable=SH9 (tie-check: docs)\n"])
    #expect(found == ["foo/environment.d/10-foo:1:26: TC101"])
  }

  @Test(
    .notEndless,
    arguments: [
      "A=1 # tie-check: disable=" + String(repeating: "SH805,", count: 100_000) + "SH805",
      "A=1 " + String(repeating: "# tie-check:", count: 100_000),
      String(repeating: "A=$(date) # tie-check: disable=SH805\n", count: 10_000),
    ])
  func hugeCommentsAreReadInTime(_ text: String) async throws {
    #expect(try await lines("\(text)\n") == [])
  }

  @Test func unknownRuleInASuppressionIsReported() async throws {
    let found = try await findings(
      "TC101", in: ["foo/environment.d/10-foo": "A=1 # tie-check: disable=SH805,SH8,SH8\n"])
    #expect(found == ["foo/environment.d/10-foo:1:32: TC101"])
  }
}
