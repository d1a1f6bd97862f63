import Glibc
import Sandbox
import SystemPackage

/// The architecture of this host, as elements call it (dib-contract section 1.4).
enum HostArchitecture {
  /// What the kernel says.
  static var name: String {
    var system = utsname()
    uname(&system)
    let machine = withUnsafeBytes(of: &system.machine) { bytes in
      String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
    }
    return name(of: machine)
  }

  /// The name for what `uname -m` prints.
  static func name(of machine: String) -> String {
    switch machine {
    case "x86_64": return "amd64"
    case "aarch64": return "arm64"
    case let other where other.hasPrefix("armv"): return "armhf"
    default: return machine
    }
  }

  /// What dpkg says, where there is one: a system of 32 bits may run on a kernel of 64.
  static func installed() async -> String {
    guard FileStatus("/etc/debian_version", following: true) != nil,
      let result = try? await CommandRunner().run(Command("dpkg", ["--print-architecture"])),
      let answer = result.output.split(separator: "\n").first, result.isSuccess
    else { return name }
    return String(answer)
  }
}

extension ProcessEnvironment {
  /// The same with `ARCH` set to this host's architecture unless the caller sets it.
  func withArchitecture() async -> ProcessEnvironment {
    var environment = self
    if self["ARCH"] == nil { environment.variables["ARCH"] = await HostArchitecture.installed() }
    return environment
  }
}
