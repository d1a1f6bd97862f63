import CSandbox
import Glibc
internal import SystemPackage

extension SandboxSpec {
  /// The steps that process 1 takes before it starts the payload.
  package var setupSteps: [SetupStep] {
    [.makeMountsPrivate] + rootSteps + mounts.flatMap(steps) + leaving
      + watchedMounts.map(SetupStep.watch)
  }

  private var rootSteps: [SetupStep] {
    switch root {
    case .host: []
    case .readOnlyHost: [.bind(source: "/", at: nil, isReadOnly: true, isRecursive: true)]
    case .directory(let path):
      [.bind(source: path, at: nil, isReadOnly: false, isRecursive: true)]
    case .overlay(let overlay): [step(for: overlay, at: nil)]
    case .device(let mount): [.fileSystem(mount, at: nil)]
    }
  }

  private var leaving: [SetupStep] { root == .host ? [] : [.leaveHostTree] }

  private func steps(for mount: Mount) -> [SetupStep] {
    let target = SetupStep.Target(of: mount)
    switch mount.content {
    case .bind(let source, let isReadOnly, let isRecursive):
      return [.bind(source: source, at: target, isReadOnly: isReadOnly, isRecursive: isRecursive)]
    case .overlay(let overlay): return [step(for: overlay, at: target)]
    case .device(let mount): return [.fileSystem(mount, at: target)]
    case .node(let device):
      return [.makeDirectory(target.parent), .makeDevice(target, like: device)]
    case .proc: return [.mount(type: "proc", at: target, options: "", flags: Self.plainFlags)]
    case .sysfsReadOnly:
      // A user namespace may only bind the host's sysfs together with what is mounted on it.
      let isRecursive = userMapping != nil
      return [.bind(source: "/sys", at: target, isReadOnly: true, isRecursive: isRecursive)]
    case .devices: return Self.deviceSteps(at: target)
    case .tmpfs(let options):
      let flags = UInt(MS_NOSUID | MS_NODEV)
      return [.mount(type: "tmpfs", at: target, options: options, flags: flags)]
    }
  }

  private func step(for overlay: Overlay, at target: SetupStep.Target?) -> SetupStep {
    // The kernel refuses a read-only overlay of a single layer.
    if overlay.upper == nil, overlay.lower.count == 1 {
      return .bind(source: overlay.lower[0], at: target, isReadOnly: true, isRecursive: false)
    }
    return .overlay(overlay, at: target, options: overlayOptions)
  }

  /// Fixed, because the kernel's defaults differ between distributions, and upper directories are
  /// lower ones later. Directories can be renamed only with redirects, which need a privilege that
  /// a user namespace does not give. Where the layers lie on several file systems, `xino` still
  /// makes one device of them, which `du -x` does not leave.
  private var overlayOptions: String {
    userMapping == nil ? "redirect_dir=on,index=off,metacopy=off,xino=on" : "userxattr,xino=on"
  }

  private static let plainFlags =
    UInt(MS_NOSUID | MS_NODEV | MS_NOEXEC)

  private static func deviceSteps(at target: SetupStep.Target) -> [SetupStep] {
    let flags = UInt(MS_NOSUID | MS_NOEXEC)
    let nodes = ["null", "zero", "full", "random", "urandom", "tty"].map { name in
      SetupStep.makeDevice(target.appending(name), like: FilePath("/dev").appending(name))
    }
    let links = [
      ("ptmx", "pts/ptmx"), ("fd", "/proc/self/fd"), ("stdin", "/proc/self/fd/0"),
      ("stdout", "/proc/self/fd/1"), ("stderr", "/proc/self/fd/2"),
    ]
    return [.mount(type: "tmpfs", at: target, options: "mode=0755,size=1m", flags: flags)]
      + nodes + [
        .mount(
          type: "devpts", at: target.appending("pts"),
          options: "newinstance,ptmxmode=0666,mode=0620,gid=5", flags: flags),
        .mount(
          type: "tmpfs", at: target.appending("shm"), options: "mode=1777",
          flags: UInt(MS_NOSUID | MS_NODEV)),
      ] + links.map { .makeSymbolicLink(target.appending($0.0), to: $0.1) }
  }
}
