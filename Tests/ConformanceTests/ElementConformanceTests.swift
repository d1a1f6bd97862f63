import Testing

/// Every directory `cases/<area>/<claim>` holds a question (`case.yaml`), the elements it is about
/// (`given/`) and the answer (`expected.txt`).
@Suite struct ElementConformanceTests {
  @Test(arguments: ConformanceCase.all())
  func behavesAsDocumented(_ conformanceCase: ConformanceCase) throws {
    let expected = try conformanceCase.expected()
    #expect(try conformanceCase.answer() == expected)
  }

  @Test func casesAreFound() {
    #expect(ConformanceCase.all().count > 80)
  }
}
