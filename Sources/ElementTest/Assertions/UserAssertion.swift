import SystemPackage

/// `user`: an entry in the password database.
struct UserAssertion: Assertion {
  static let key = "user"
  static let subjectKey = "username"
  static let attributes: [Attribute] = [
    Attribute("exists", .existence) { user, probe throws(ProbeError) in
      .bool(try await probe.user(named: user.name) != nil)
    },
    Attribute("uid") { user, probe throws(ProbeError) in
      try await probe.user(named: user.name).map { .integer($0.id) }
    },
    Attribute("gid") { user, probe throws(ProbeError) in
      try await probe.user(named: user.name).map { .integer($0.groupID) }
    },
    Attribute("groups") { user, probe throws(ProbeError) in
      try await probe.user(named: user.name).map { .list($0.groups) }
    },
    Attribute("home") { user, probe throws(ProbeError) in
      try await probe.user(named: user.name).map { .text($0.home.string) }
    },
    Attribute("shell") { user, probe throws(ProbeError) in
      try await probe.user(named: user.name).map { .text($0.shell.string) }
    },
  ]
}
