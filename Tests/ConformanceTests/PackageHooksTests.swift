import Testing

/// The bundled hooks and `PackageSelection` must mean the same: what the one installs, the other
/// expects to be there.
@Suite struct PackageHooksTests {
  @Test(arguments: ConformanceCase.all(in: "package-installs"))
  func agreeWithTheDocumentedBehaviour(_ conformanceCase: ConformanceCase) async throws {
    let expected = try conformanceCase.expected()
    let question = try conformanceCase.question()
    let answer = try await PackageHooks.with { try await $0.answer(to: question) }
    #expect(answer == (expected.hasPrefix("error: ") ? "error" : expected))
  }
}
