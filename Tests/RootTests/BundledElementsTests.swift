import Sandbox
import SystemPackage
import TestSupport
import Testing

/// The elements of this repository, on real Debian.
@Suite(.requires(.root), .tags(.network)) struct BundledElementsTests {
  @Test func allAreGreen() async throws {
    try await withTemporaryFolder { folder in
      let report = folder.appending("report")
      let outcome = try await BuiltProgram.run(
        [Checkout.elements.string, "--quiet", "--report", report.string],
        ["TIE_CHECK_CACHE": Checkout.layers.string], in: Checkout.root)
      // Of a thousand lines of output CI shows a few; these tell what was not green.
      let cases = try JUnitCase.read(report.appending("junit.xml"))
      // A closure within `#expect` was taken for the other one here, by Swift 6.3.
      let bad = cases.filter { $0.verdict != .passed }
      #expect(bad == [])
      #expect(outcome.status == 0)
      let tested = Set(cases.filter { $0.className.hasPrefix("tie.build.") }.map(\.element))
      #expect(tested == Set(fileNames(in: Checkout.elements)))
    }
  }
}
