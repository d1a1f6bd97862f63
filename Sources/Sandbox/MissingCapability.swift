package import SystemPackage

/// This host, or this user, cannot do what is needed.
package struct MissingCapability: Error, Hashable, Sendable {
  package var capability: Capability
  /// What it was needed for, when that matters.
  package var place: FilePath?
  /// Why nothing can be written there, if that is all that is missing.
  package var reason: Errno?

  /// The lack of `capability`, at `place`.
  package init(_ capability: Capability, for place: FilePath? = nil, reason: Errno? = nil) {
    self.capability = capability
    self.place = place
    self.reason = reason
  }

  /// The next step, as an imperative.
  package var hint: String {
    if let reason { return "\(reason): choose a directory that can be written" }
    return switch capability {
    case .root: "run it as root, in a container with `--privileged`"
    case .userNamespaces: "set the sysctl `kernel.unprivileged_userns_clone` to 1, or run as root"
    case .overlay:
      "run `modprobe overlay`, and keep the cache on ext4, XFS, btrfs or tmpfs, not on an overlay"
    case .fanotify: "use a kernel built with `CONFIG_FANOTIFY`, and run as root"
    case .loopDevices: "run `modprobe loop`; in a container, pass `/dev/loop-control` through"
    case .kvm: "run `modprobe kvm`; in a container, pass `/dev/kvm` through"
    }
  }
}

extension MissingCapability: CustomStringConvertible {
  package var description: String { "\(subject)\n  hint: \(hint)" }

  private var subject: String {
    switch capability {
    case .root: "root is needed to mount file systems"
    case .userNamespaces: "user namespaces cannot be used here"
    case .overlay: "overlayfs cannot be used\(place.map { " in \($0)" } ?? "")"
    case .fanotify: "opened files cannot be observed: there is no fanotify"
    case .loopDevices: "there are no loop devices"
    case .kvm: "there is no KVM"
    }
  }
}
