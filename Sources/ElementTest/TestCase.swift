public import Diagnostics
public import ElementModel
package import SystemPackage

/// One case of an element: what to build, and what must be true of it.
public struct TestCase: Sendable {
  /// The file's name without `.yaml`; an executable's whole name; `default` for the implied case.
  public let name: String
  /// The file that says so, or the element's directory for the implied case.
  public let location: SourceLocation
  /// What it proves, for people.
  public let description: String?
  /// What is to be built.
  public let build: Build
  /// How the build must end.
  public let expectation: Expectation
  /// What must be there for the case to run.
  public let requirements: TestRequirements
  /// For the build and each command; nil when the file sets none.
  public let timeout: Duration?
  package let content: Content

  /// What is built for a case; cases with equal builds can share one rootfs.
  public struct Build: Sendable, Hashable {
    /// Nil means the base element and the element under test.
    public var elements: [ElementName]?
    /// Exported before the build.
    public var environment: [String: String] = [:]
    /// Output formats; none means that the rootfs is enough.
    public var outputs: [String] = []

    /// What is built by default.
    public init() {}

    /// The elements to build for `element` on `base`.
    public func elements(for element: ElementName, on base: ElementName) -> [ElementName] {
      elements ?? (base == element ? [element] : [base, element])
    }
  }

  /// How the build must end.
  public enum Expectation: Sendable, Equatable {
    case success
    case failure(FailurePattern)
  }

  /// What the log of a build that must fail must match.
  public struct FailurePattern: Sendable, Equatable {
    package let expression: RegularExpression
  }

  package enum Content: Sendable {
    /// Checked in a chroot, and in a booted machine.
    case gossfiles(assert: Gossfile, boot: Gossfile)
    /// An executable that is run in the chroot.
    case script(Script)
  }

  package struct Script: Sendable, Equatable {
    package let directory: FilePath
    package let name: String
  }

  package init(
    name: String, location: SourceLocation, description: String? = nil, build: Build = Build(),
    expectation: Expectation = .success, requirements: TestRequirements = TestRequirements(),
    timeout: Duration? = nil, content: Content
  ) {
    self.name = name
    self.location = location
    self.description = description
    self.build = build
    self.expectation = expectation
    self.requirements = requirements
    self.timeout = timeout
    self.content = content
  }
}

extension TestCase {
  /// The case of an element that has written none: it builds, and the implied assertions hold.
  static func implied(for element: Element) -> TestCase {
    TestCase(
      name: "default", location: SourceLocation(element.path),
      content: .gossfiles(assert: Gossfile(), boot: Gossfile()))
  }

  static func script(_ file: ElementFile, of element: Element) -> TestCase {
    TestCase(
      name: file.name, location: SourceLocation(file.path),
      content: .script(Script(directory: element.path.appending("tests"), name: file.name)))
  }

  var isScript: Bool {
    if case .script = content { true } else { false }
  }
}
