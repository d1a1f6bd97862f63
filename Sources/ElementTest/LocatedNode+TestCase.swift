import Diagnostics
import ElementModel
import SystemPackage

// The values of a test-case file.
extension LocatedNode {
  /// A list of scalars, or one of them alone.
  func texts(_ name: String) throws(InputError) -> [String] {
    guard isSequence else { return [try scalarText(name)] }
    var texts: [String] = []
    for node in try sequence(name) { texts.append(try node.scalarText(name)) }
    return texts
  }

  func elementNames() throws(InputError) -> [ElementName] {
    let names = try texts("elements")
    if names.isEmpty {
      throw error("`elements` is empty", hint: "leave the key out for the base and this element")
    }
    return names.map(ElementName.init(rawValue:))
  }

  func environment() throws(InputError) -> [String: String] {
    var environment: [String: String] = [:]
    for pair in try mapping("environment") {
      guard pair.name.isVariableName else {
        throw pair.key.error("`\(pair.name)` cannot be the name of a variable")
      }
      if pair.value.isNull {
        throw pair.value.error(
          "`\(pair.name)` has no value", hint: "write `\(pair.name): \"\"` for an empty one")
      }
      environment[pair.name] = try pair.value.scalarText(pair.name)
    }
    return environment
  }

  func expectation() throws(InputError) -> TestCase.Expectation {
    if text == "success" { return .success }
    let pairs = isMapping ? try mapping("expect") : []
    guard pairs.count == 1, let pair = pairs.first, pair.name == "failure" else {
      throw error(
        "`expect` must be `success` or `{failure: REGULAR-EXPRESSION}`",
        hint: "write `expect: {failure: 'text in the log'}` for a build that must fail")
    }
    let expression = try pair.value.regularExpression(try pair.value.scalarText("failure"))
    return .failure(TestCase.FailurePattern(expression: expression))
  }

  func requirements() throws(InputError) -> TestRequirements {
    var requirements = TestRequirements()
    for pair in try mapping("requires") {
      switch pair.name {
      case "architecture": requirements.architectures = try pair.value.texts(pair.name)
      case "distribution": requirements.distributions = try pair.value.texts(pair.name)
      case "host": requirements.host = try pair.value.texts(pair.name)
      default:
        throw pair.key.unknown("requirement", knowing: ["architecture", "distribution", "host"])
      }
    }
    return requirements
  }

  func duration(_ name: String) throws(InputError) -> Duration {
    guard let duration = Duration(text: try scalarText(name)) else {
      throw error(
        "`\(text ?? "")` is no duration", hint: "write it like `90s`, `10m` or `1h30m`")
    }
    return duration
  }
}

extension InputError {
  static func duplicate(_ testCase: TestCase, of other: TestCase) -> InputError {
    InputError(
      "two cases are called `\(testCase.name)`, the other is `\(other.location)`",
      at: testCase.location, hint: "rename one of the files")
  }

  static func wrongExtension(of file: ElementFile) -> InputError {
    InputError(
      "test cases end in `.yaml`, not in `.yml`", at: SourceLocation(file.path),
      hint: "rename it to `\(file.relativePath.stem ?? "").yaml`")
  }
}

extension String {
  /// Letters, digits and `_`, not starting with a digit.
  fileprivate var isVariableName: Bool {
    guard let first, !first.isNumber else { return false }
    return allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "_") }
  }
}
