/// `service`: a systemd unit, or a SysV service.
struct ServiceAssertion: Assertion {
  static let key = "service"
  static let subjectKey = "name"
  static let attributes: [Attribute] = [
    Attribute("enabled") { service, probe throws(ProbeError) in
      .bool(try await probe.unitState(of: service.name).countsAsEnabled)
    },
    .ofRunningSystem("running"),
  ]
}
