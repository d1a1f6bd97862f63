import Glibc
import Sandbox

/// What this host is called.
enum HostIdentity {
  static var name: String {
    var system = utsname()
    uname(&system)
    return withUnsafeBytes(of: &system.nodename) { bytes in
      String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
    }
  }
}

/// What this host can do, in the words of test cases (cli.md, `requires: {host: …}`).
enum HostCapabilities {
  static let names = Set(Capability.allCases.filter(\.isAvailable).map(\.rawValue))
}
