/// One thing that can be read of a resource.
package struct Attribute: Sendable {
  /// Reads the value for a subject; nil when the subject does not exist.
  package typealias Reader =
    @Sendable (Subject, any RootfsProbe) async throws(ProbeError) -> AttributeValue?

  /// What a resource is about, and how to ask.
  package struct Subject: Sendable, Hashable {
    package var name: String
    package var timeout: Duration
  }

  /// How the expected value may be written.
  package enum Form: Sendable {
    case any
    /// A list means patterns for lines.
    case lines
    /// Text only: a mode as YAML integer would be read as octal, and compared as decimal.
    case octalText
  }

  /// Where the attribute is read.
  package enum Source: Sendable {
    case rootfs(Reader)
    /// Has no answer in a chroot.
    case runningSystem
  }

  /// Whether a resource must have the attribute.
  package enum Requirement: Sendable {
    case optional, required
    /// Required, and where it is false the other attributes have no answer.
    case existence
  }

  package let name: String
  package let requirement: Requirement
  package let form: Form
  package let source: Source

  /// An attribute that `read` answers from the rootfs.
  package init(
    _ name: String, _ requirement: Requirement = .optional, form: Form = .any,
    read: @escaping Reader
  ) {
    self.init(name, requirement, form, .rootfs(read))
  }

  /// An attribute that only a running system has.
  package static func ofRunningSystem(_ name: String) -> Attribute {
    Attribute(name, .optional, .any, .runningSystem)
  }

  private init(_ name: String, _ requirement: Requirement, _ form: Form, _ source: Source) {
    self.name = name
    self.requirement = requirement
    self.form = form
    self.source = source
  }
}
