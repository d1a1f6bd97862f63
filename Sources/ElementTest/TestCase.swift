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
  /// Where the file names the elements to build.
  package let elementLocations: [ElementName: SourceLocation]
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

    /// The formats that diskimage-builder makes.
    static let knownOutputs = [
      "aci", "docker", "qcow2", "raw", "squashfs", "tar", "tgz", "vhd",
    ]

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
    /// What the first line names; nil without such a line.
    package let interpreter: FilePath?
  }

  package init(
    name: String, location: SourceLocation, description: String? = nil, build: Build = Build(),
    elementLocations: [ElementName: SourceLocation] = [:], expectation: Expectation = .success,
    requirements: TestRequirements = TestRequirements(),
    timeout: Duration? = nil, content: Content
  ) {
    self.name = name
    self.location = location
    self.description = description
    self.build = build
    self.elementLocations = elementLocations
    self.expectation = expectation
    self.requirements = requirements
    self.timeout = timeout
    self.content = content
  }
}

extension TestCase {
  /// Why the case cannot run; nil when it can.
  public func skipReason(in surroundings: TestRequirements.Surroundings) -> String? {
    if let reason = requirements.skipReason(in: surroundings) { return reason }
    guard !build.outputs.isEmpty else { return nil }
    return "`output: [\(build.outputs.joined(separator: ", "))]`: cases are built as far as the "
      + "rootfs only"
  }

  /// The case of an element that has written none: it builds, and the implied assertions hold.
  static func implied(for element: Element) -> TestCase {
    TestCase(
      name: "default", location: SourceLocation(element.path),
      content: .gossfiles(assert: Gossfile(), boot: Gossfile()))
  }

  static func script(_ file: ElementFile, of element: Element) -> TestCase {
    TestCase(
      name: file.name, location: SourceLocation(file.path),
      content: .script(
        Script(
          directory: element.path.appending("tests"), name: file.name,
          interpreter: interpreter(of: file))))
  }

  /// `/bin/bash` of `#!/bin/bash -e`; a file that cannot be read has none.
  private static func interpreter(of file: ElementFile) -> FilePath? {
    let line = ((try? file.contents()) ?? []).prefix { $0 != UInt8(ascii: "\n") }
    guard line.starts(with: "#!".utf8) else { return nil }
    let words = String(decoding: line.dropFirst(2), as: UTF8.self).split { " \t\r".contains($0) }
    return words.first.map { FilePath(String($0)) }
  }

  var isScript: Bool {
    if case .script = content { true } else { false }
  }
}
