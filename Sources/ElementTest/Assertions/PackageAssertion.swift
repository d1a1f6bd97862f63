/// `package`: an entry in the package database.
struct PackageAssertion: Assertion {
  static let key = "package"
  static let subjectKey = "name"
  static let attributes: [Attribute] = [
    Attribute("installed", .existence) { package, probe throws(ProbeError) in
      .bool(!(try await probe.packages().installed(named: package.name).isEmpty))
    },
    Attribute("versions") { package, probe throws(ProbeError) in
      .list(try await probe.packages().installed(named: package.name).map(\.version))
    },
  ]
}
