import Diagnostics
import ElementLint
import TestSupport
import Testing

struct LintOutcomeTests {
  @Test func whatCommentsSilenceIsKnownAllTheSame() async throws {
    let hook = "#!/bin/bash\nwhich a  # tie-check: disable=SH811\nwhich b\n"
    try await withElements(["foo/install.d/50-a": .executable(hook)]) { tree in
      let outcome = await Linter(try RuleSelection(select: ["SH811"])).outcome(of: tree)
      #expect(outcome.findings.map(\.location.start?.line) == [3])
      #expect(outcome.suppressed.map(\.location.start?.line) == [2])
    }
  }
}
