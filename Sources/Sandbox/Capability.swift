import CSandbox
import Glibc
package import SystemPackage

/// Something this host may or may not let us do. Probed by doing it, where that is cheap.
package enum Capability: String, CaseIterable, Sendable {
  case root
  case userNamespaces = "user-namespaces"
  case overlay
  case fanotify
  case loopDevices = "loop-devices"
  case kvm

  /// Whether this program, as it runs now, has it.
  package var isAvailable: Bool {
    switch self {
    case .root: geteuid() == 0 && Self.canMount
    case .userNamespaces: Self.canStart(Self.mappedSpec)
    case .overlay: Self.hasOverlay(in: "/tmp")
    case .fanotify: tie_fanotify_probe() == 0
    case .loopDevices: Self.canOpen("/dev/loop-control")
    case .kvm: Self.canOpen("/dev/kvm")
    }
  }

  /// Throws where it is missing.
  package func require() throws(MissingCapability) {
    guard isAvailable else { throw MissingCapability(self) }
  }

  /// Whether overlays can be written on the file system of `directory`, tried there for real.
  package static func hasOverlay(in directory: FilePath) -> Bool {
    let found: Bool? = try? TemporaryDirectory.with(in: directory, prefix: "overlay-probe-") {
      let (lower, upper, work) = (
        $0.appending("lower"), $0.appending("upper"), $0.appending("work")
      )
      for path in [lower, upper, work] { mkdir(path.string, 0o755) }
      let overlay = Overlay(lower: [lower], upper: upper, work: work)
      return canStart(SandboxSpec(root: .host, mounts: [.overlay(overlay, target: lower)]))
    }
    return found ?? false
  }

  /// Throws, naming `directory`, where no overlay can be written on its file system.
  package static func requireOverlay(in directory: FilePath) throws(MissingCapability) {
    guard !hasOverlay(in: directory) else { return }
    let isWritable = access(directory.string, W_OK | X_OK) == 0
    let reason = isWritable ? nil : Errno(rawValue: errno)
    throw MissingCapability(.overlay, for: directory, reason: reason)
  }

  /// A container's root user may lack the right to mount.
  private static var canMount: Bool { canStart(SandboxSpec(root: .host)) }

  private static var mappedSpec: SandboxSpec {
    var spec = SandboxSpec(root: .host)
    spec.userMapping = UserMapping(
      users: [.init(inside: 0, outside: geteuid(), count: 1)],
      groups: [.init(inside: 0, outside: getegid(), count: 1)])
    return spec
  }

  private static func canStart(_ spec: SandboxSpec) -> Bool {
    guard let holder = try? SandboxHolder(spec) else { return false }
    return (try? holder.release()) != nil
  }

  private static func canOpen(_ path: FilePath) -> Bool {
    OwnedDescriptor(open(path.string, O_RDWR | O_CLOEXEC | O_NONBLOCK)) != nil
  }
}
