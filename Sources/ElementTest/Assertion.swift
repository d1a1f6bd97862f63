package import SystemPackage

/// A kind of resource in a gossfile: what can be read of it, and how.
///
/// Parsing, matchers, `skip`, messages and one result for each attribute are common to all kinds.
package protocol Assertion: Sendable {
  /// The name of the kind, such as `file`.
  static var key: String { get }

  /// The attribute that names the thing where the resource's key is only a title, such as `path`.
  static var subjectKey: String { get }

  /// In the order in which they are read and reported.
  static var attributes: [Attribute] { get }

  /// Attributes that say how to ask, not what the answer must be, and that only this kind has.
  static var options: [String] { get }

  /// The file that the resource is about, for finding out who changed it.
  static func path(of subject: Attribute.Subject) -> FilePath?

  /// What else helps to understand a failure.
  static func evidence(
    about subject: Attribute.Subject, _ probe: any RootfsProbe
  ) async -> String?
}

extension Assertion {
  package static var options: [String] { [] }
  package static func path(of subject: Attribute.Subject) -> FilePath? { nil }
  package static func evidence(
    about subject: Attribute.Subject, _ probe: any RootfsProbe
  ) async -> String? {
    nil
  }

  static func attribute(named name: String) -> Attribute? {
    attributes.first { $0.name == name }
  }
}

/// All assertion kinds.
package enum AssertionRegistry {
  package static let all: [any Assertion.Type] = [
    CommandAssertion.self,
    FileAssertion.self,
    GroupAssertion.self,
    PackageAssertion.self,
    ServiceAssertion.self,
    UserAssertion.self,
  ]

  /// The names of all resources, those that only a running system has included.
  static let keys = all.map { $0.key } + runningSystemKeys

  static func kind(named key: String) -> (any Assertion.Type)? { all.first { $0.key == key } }

  /// The kinds of goss's that ask a running system and have no answer in a chroot.
  static let runningSystemKeys = [
    "addr", "dns", "http", "interface", "kernel-param", "mount", "port", "process",
  ]
}
