import Diagnostics
import ElementModel
import ElementTest

/// What is wrong with the test cases of an element.
package let testCaseProblems: @Sendable (Element) -> [InputError] = {
  TestSuite(of: $0).problems.errors
}
