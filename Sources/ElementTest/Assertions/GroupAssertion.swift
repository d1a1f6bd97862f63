/// `group`: an entry in the group database.
struct GroupAssertion: Assertion {
  static let key = "group"
  static let subjectKey = "groupname"
  static let attributes: [Attribute] = [
    Attribute("exists", .existence) { group, probe throws(ProbeError) in
      .bool(try await probe.group(named: group.name) != nil)
    },
    Attribute("gid") { group, probe throws(ProbeError) in
      try await probe.group(named: group.name).map { .integer($0.id) }
    },
  ]
}
