import Glibc
import Sandbox
import SystemPackage

/// What this host is called.
enum HostIdentity {
  /// How it resolves names; nil when it does not say.
  static var resolverConfiguration: [UInt8]? {
    try? FilePath("/etc/resolv.conf").contents(limit: 1 << 16)
  }

  static var name: String { field(\.nodename) }

  /// Kernel and machine, such as `Linux 6.12.9 x86_64`.
  static var system: String {
    [field(\.sysname), field(\.release), field(\.machine)].joined(separator: " ")
  }

  private static func field<Field>(_ path: KeyPath<utsname, Field>) -> String {
    var system = utsname()
    uname(&system)
    return withUnsafeBytes(of: system[keyPath: path]) { bytes in
      String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
    }
  }
}

/// What this host can do, in the words of test cases (cli.md, `requires: {host: …}`).
enum HostCapabilities {
  static let names = Set(Capability.allCases.filter(\.isAvailable).map(\.rawValue))
}
