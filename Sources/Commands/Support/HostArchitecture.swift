import Glibc

/// The architecture of this host, as elements call it (dib-contract section 1.4).
enum HostArchitecture {
  static var name: String {
    var system = utsname()
    uname(&system)
    let machine = withUnsafeBytes(of: &system.machine) { bytes in
      String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
    }
    switch machine {
    case "x86_64": return "amd64"
    case "aarch64": return "arm64"
    case let other where other.hasPrefix("armv"): return "armhf"
    default: return machine
    }
  }
}
