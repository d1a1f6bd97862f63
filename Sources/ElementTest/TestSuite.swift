public import ElementModel
import SystemPackage

/// The cases of one element.
public struct TestSuite: Sendable {
  /// The element under test.
  public let element: ElementName
  /// In the order of their files' names.
  public let cases: [TestCase]
  /// What is wrong with the files; a case with problems is in `cases` without what has them.
  public let problems: Problems

  /// Reads `tests/` of the element. Nothing is run.
  public init(of element: Element) {
    self.element = element.name
    var problems = Problems()
    var cases: [TestCase] = []
    for file in element.entries(in: "tests") {
      guard let testCase = Self.testCase(in: file, of: element, problems: &problems) else {
        continue
      }
      if let other = cases.first(where: { $0.name == testCase.name }) {
        problems.add(.duplicate(testCase, of: other))
      } else {
        cases.append(testCase)
      }
    }
    let isDeclared = element.entries(in: "tests").contains(where: Self.isDeclaration)
    self.cases = isDeclared ? cases : [.implied(for: element)] + cases
    self.problems = problems
  }

  private static func isDeclaration(_ file: ElementFile) -> Bool {
    file.relativePath.extension == "yaml"
  }

  /// The case that a file of `tests/` is; nil for data and what cannot be read.
  private static func testCase(
    in file: ElementFile, of element: Element, problems: inout Problems
  ) -> TestCase? {
    if isDeclaration(file) { return TestCase.read(file, problems: &problems) }
    if file.relativePath.extension == "yml" {
      problems.add(.wrongExtension(of: file))
      return nil
    }
    return file.isExecutable ? .script(file, of: element) : nil
  }
}
