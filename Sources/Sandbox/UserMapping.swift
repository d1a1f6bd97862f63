/// Which of the host's users stand for those of a sandbox's user namespace.
package struct UserMapping: Sendable, Hashable {
  package var users: [Range]
  package var groups: [Range]

  /// A run of ids: `inside…` in the sandbox are `outside…` on the host.
  package struct Range: Sendable, Hashable {
    package var inside: UInt32
    package var outside: UInt32
    package var count: UInt32

    /// `count` ids from `inside` and `outside` on.
    package init(inside: UInt32, outside: UInt32, count: UInt32) {
      self.inside = inside
      self.outside = outside
      self.count = count
    }
  }

  /// A mapping of the given ranges; user and group 0 of the sandbox must be among them.
  package init(users: [Range], groups: [Range]) {
    self.users = users
    self.groups = groups
  }
}

extension UserMapping.Range: CustomStringConvertible {
  package var description: String { "\(inside) \(outside) \(count)" }
}
