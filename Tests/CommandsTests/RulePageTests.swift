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

  @Test func controlCharactersOfExamplesAreShown() throws {
    #expect(RulePage(try RuleCatalog.rule("FS201")).text.contains("#!/bin/bash«\\r»"))
  }

  @Test func tableHasALineForEachRule() {
    let lines = RuleTable.text(RuleCatalog.all).split(separator: "\n")
    #expect(lines.count == RuleCatalog.all.count)
    #expect(lines.contains("HK101 error   hook-not-executable"))
  }
}
