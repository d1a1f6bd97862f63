import Diagnostics
import ElementModel
import ElementTest
import SystemPackage

/// An element under test, with its cases.
struct CheckedElement: Sendable {
  let element: Element
  let suite: TestSuite
  /// The cases that were asked for.
  let jobs: [CaseJob]

  init(
    _ element: Element, _ request: CheckRequest, _ environment: ProcessEnvironment
  ) throws(InputError) {
    self.element = element
    suite = TestSuite(of: element)
    let argument = environment.display(element.path)
    let broken = Set(suite.problems.errors.compactMap { $0.location?.path })
    jobs = suite.cases
      .filter { request.selects($0.name) && !broken.contains($0.location.path) }
      .map { CaseJob(element: element, testCase: $0, argument: argument) }
  }
}

/// One case to be built and tested.
struct CaseJob: Sendable {
  let element: Element
  let testCase: TestCase
  /// The element as the user would name it.
  let argument: String

  /// What progress and logs are filed under.
  var subject: String { "\(element.name)/\(testCase.name)" }
}
