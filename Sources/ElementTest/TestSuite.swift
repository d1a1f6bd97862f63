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
    let isDeclared = cases.contains { !$0.isScript }
    self.cases = isDeclared ? cases : [.implied(for: element)] + cases
    self.problems = problems
  }

  /// The case that a file of `tests/` is; nil for data and what cannot be read.
  private static func testCase(
    in file: ElementFile, of element: Element, problems: inout Problems
  ) -> TestCase? {
    switch file.relativePath.extension {
    case "yaml": return TestCase.read(file, problems: &problems)
    case let other? where ["yaml", "yml"].contains(other.lowercased()):
      problems.add(.wrongExtension(other, of: file))
      return nil
    default: return file.isExecutable ? .script(file, of: element) : nil
    }
  }
}
