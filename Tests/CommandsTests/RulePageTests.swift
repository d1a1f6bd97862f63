import ElementLint
import Testing

@testable import Commands

struct RulePageTests {
  @Test func pageHoldsReasonExamplesAndSuppression() throws {
    let page = RulePage(try RuleCatalog.rule("SH811")).text
    #expect(page.hasPrefix("SH811 which-command (info, since 0.1.0)\n\n`which` is a program"))
    #expect(
      page.contains("    foo/environment.d/10-foo:\n    | if «which» curl >/dev/null; then\n"))
    #expect(page.contains("# tie-check: disable=which-command"))
    #expect(page.contains("`# dib-lint: disable=which` is understood too."))
  }

  @Test(arguments: [
    ("SH811", "end the line with\n\n    # tie-check: disable=which-command\n\n"),
    ("SH801", "put\n\n    # tie-check: disable=missing-errexit\n\non a line of its own at the top"),
    ("SR605", "put\n\n    # tie-check: disable=duplicate-destination\n\non a line of its own"),
    ("DP301", "No comment can allow it: leave the rule out with `--ignore unknown-dependency`."),
    ("FS211", "No comment can allow it: leave the rule out with `--ignore unparsable-json`."),
  ])
  func pageTellsWhatSilencesTheRule(_ code: String, _ text: String) throws {
    #expect(RulePage(try RuleCatalog.rule(code)).text.contains(text))
  }

  @Test func controlCharactersOfExamplesAreShown() throws {
    #expect(RulePage(try RuleCatalog.rule("FS201")).text.contains("#!/bin/bash«\\r»"))
  }

  @Test func tableHasALineForEachRule() {
    let lines = RuleTable.text(RuleCatalog.all).split(separator: "\n")
    #expect(lines.count == RuleCatalog.all.count)
    #expect(lines.contains("HK101 error   hook-not-executable"))
  }
}
