import Diagnostics
import Documents
import ElementModel
import SystemPackage

/// Reads the keys of a test-case file.
struct TestCaseReader {
  static let keys = [
    "assert", "boot", "description", "elements", "environment", "expect", "output", "requires",
    "timeout",
  ]

  private(set) var description: String?
  private(set) var build = TestCase.Build()
  private(set) var elementLocations: [ElementName: SourceLocation] = [:]
  private(set) var expectation = TestCase.Expectation.success
  private(set) var requirements = TestRequirements()
  private(set) var timeout: Duration?
  private(set) var assertions = Gossfile()
  private(set) var bootAssertions = Gossfile()

  init(_ root: LocatedNode, problems: inout Problems) {
    let pairs = problems.attempt { () throws(InputError) in try root.mapping("test case") }
    for pair in pairs ?? [] {
      switch pair.name {
      case "assert": assertions = Gossfile(pair.value, for: .assert, problems: &problems)
      case "boot": bootAssertions = Gossfile(pair.value, for: .boot, problems: &problems)
      default: problems.attempt { () throws(InputError) in try read(pair) }
      }
    }
  }

  private mutating func read(_ pair: LocatedPair) throws(InputError) {
    let value = pair.value
    switch pair.name {
    case "description": description = try value.scalarText("description")
    case "elements":
      let names = try value.elementNames()
      build.elements = names.map(\.name)
      elementLocations = Dictionary(names.map { ($0.name, $0.location) }) { first, _ in first }
    case "environment": build.environment = try value.environment()
    case "output":
      build.outputs = try value.knownTexts(
        "output", "output format", among: TestCase.Build.knownOutputs)
    case "expect": expectation = try value.expectation()
    case "requires": requirements = try value.requirements()
    case "timeout": timeout = try value.duration("timeout")
    default: throw pair.key.unknown("key", knowing: Self.keys)
    }
  }
}

extension TestCase {
  /// The case in a file; without what has a problem, nil when nothing can be read.
  static func read(_ file: ElementFile, problems: inout Problems) -> TestCase? {
    let contents = problems.attempt { () throws(InputError) in try file.contents() }
    return contents.flatMap { read($0, path: file.path, problems: &problems) }
  }

  /// The case in the text of a file called `path`.
  package static func read(
    _ bytes: [UInt8], path: FilePath, problems: inout Problems
  ) -> TestCase? {
    let document = problems.attempt { () throws(InputError) in
      try YAMLDocument(parsing: bytes, path: path)
    }
    guard let document else { return nil }
    document.problems.forEach { problems.add($0.inputError) }
    let reader = document.root.map {
      TestCaseReader(LocatedNode($0, in: path), problems: &problems)
    }
    return TestCase(name: path.stem ?? "", location: SourceLocation(path), reader)
  }

  private init(name: String, location: SourceLocation, _ reader: TestCaseReader?) {
    self.init(
      name: name, location: location, description: reader?.description,
      build: reader?.build ?? Build(), elementLocations: reader?.elementLocations ?? [:],
      expectation: reader?.expectation ?? .success,
      requirements: reader?.requirements ?? TestRequirements(), timeout: reader?.timeout,
      content: .gossfiles(
        assert: reader?.assertions ?? Gossfile(), boot: reader?.bootAssertions ?? Gossfile()))
  }
}

extension DocumentProblem {
  fileprivate var inputError: InputError { InputError(message, at: location, hint: hint) }
}
