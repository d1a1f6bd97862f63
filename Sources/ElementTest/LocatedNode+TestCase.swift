import Diagnostics
import ElementModel
import Sandbox
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

  /// The names of elements, each with its place.
  func elementNames() throws(InputError) -> [(name: ElementName, location: SourceLocation)] {
    let nodes = isSequence ? try sequence("elements") : [self]
    if nodes.isEmpty {
      throw error("`elements` is empty", hint: "leave the key out for the base and this element")
    }
    var names: [(ElementName, SourceLocation)] = []
    for node in nodes {
      let name = try node.scalarText("elements")
      if name.isEmpty { throw node.error("the name of an element is empty", hint: "remove it") }
      names.append((ElementName(name), node.location))
    }
    return names
  }

  /// A list of scalars or one of them alone, each of which must be one of `known`; `kind` is what
  /// messages call them.
  func knownTexts(
    _ name: String, _ kind: String, among known: [String]
  ) throws(InputError) -> [String] {
    for node in isSequence ? try sequence(name) : [self] {
      if !known.contains(try node.scalarText(name)) { throw node.unknown(kind, knowing: known) }
    }
    return try texts(name)
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
      case "architecture":
        requirements.architectures = try pair.value.knownTexts(
          pair.name, "architecture", among: TestRequirements.knownArchitectures)
      case "distribution": requirements.distributions = try pair.value.texts(pair.name)
      case "host":
        requirements.host = try pair.value.knownTexts(
          pair.name, "capability of a host", among: Capability.allCases.map(\.rawValue))
      default:
        throw pair.key.unknown("requirement", knowing: ["architecture", "distribution", "host"])
      }
    }
    return requirements
  }

  func duration(_ name: String) throws(InputError) -> Duration {
    guard let duration = Duration(text: try scalarText(name)) else {
      throw error(
        "`\(text ?? "")` is no duration of at most a year",
        hint: "write it like `90s`, `10m` or `1h30m`")
    }
    return duration
  }
}

extension InputError {
  static func duplicate(_ testCase: TestCase, of other: TestCase) -> InputError {
    InputError(
      "two cases are called `\(testCase.name)`, the other is "
        + "`\(other.location.path.lastComponent?.string ?? "")`",
      at: testCase.location, hint: "rename one of the files")
  }

  static func wrongExtension(_ found: String, of file: ElementFile) -> InputError {
    InputError(
      "test cases end in `.yaml`, not in `.\(found)`", at: SourceLocation(file.path),
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
