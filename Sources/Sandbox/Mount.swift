package import SystemPackage

/// Something mounted in a sandbox.
package struct Mount: Sendable, Hashable {
  package var content: Content
  /// Where, inside the sandbox's root. No symbolic link on the way leads out of `base`.
  package var target: FilePath
  /// The directory that counts as `/` while the target is looked up: the rootfs, when it is mounted
  /// somewhere inside the host's tree.
  package var base: FilePath = "/"
  package var mountPoint: MountPoint = .existing

  /// What is mounted.
  package enum Content: Sendable, Hashable {
    /// A directory or file of the host.
    case bind(FilePath, isReadOnly: Bool, isRecursive: Bool)
    case overlay(Overlay)
    case device(BlockMount)
    /// A node of a device of the host.
    case node(FilePath)
    /// A new procfs of the sandbox's own processes.
    case proc
    /// The host's sysfs, read-only, which tells udev and systemd that this is a container.
    case sysfsReadOnly
    /// A small `/dev`: the harmless devices, terminals of its own and shared memory.
    case devices
    case tmpfs(options: String)
  }

  /// What happens to a missing mount point.
  package enum MountPoint: Sendable, Hashable {
    /// It must exist.
    case existing
    /// Made where missing, with the directories above it, and left behind.
    case created
    /// Must not exist; made, and removed again at the end. At most eight in a sandbox.
    case temporary
  }

  /// A mount of `content` at `target`.
  package init(
    _ content: Content, at target: FilePath, in base: FilePath = "/",
    mountPoint: MountPoint = .existing
  ) {
    self.content = content
    self.target = target
    self.base = base
    self.mountPoint = mountPoint
  }
}

extension Mount {
  package static let proc = Mount(.proc, at: "/proc")
  package static let sysfsReadOnly = Mount(.sysfsReadOnly, at: "/sys")
  package static let devices = Mount(.devices, at: "/dev")

  /// The three kernel file systems of a rootfs at `base`.
  package static func kernelFileSystems(in base: FilePath = "/") -> [Mount] {
    [
      Mount(.proc, at: "/proc", in: base), Mount(.sysfsReadOnly, at: "/sys", in: base),
      Mount(.devices, at: "/dev", in: base),
    ]
  }

  /// A directory or file of the host.
  package static func bind(
    source: FilePath, target: FilePath, in base: FilePath = "/", readOnly: Bool = false,
    recursive: Bool = false, mountPoint: MountPoint = .existing
  ) -> Mount {
    Mount(
      .bind(source, isReadOnly: readOnly, isRecursive: recursive), at: target, in: base,
      mountPoint: mountPoint)
  }

  /// An overlay of directories of the host.
  package static func overlay(
    _ overlay: Overlay, target: FilePath, in base: FilePath = "/",
    mountPoint: MountPoint = .existing
  ) -> Mount {
    Mount(.overlay(overlay), at: target, in: base, mountPoint: mountPoint)
  }

  /// An empty file system in memory.
  package static func tmpfs(
    target: FilePath, in base: FilePath = "/", options: String = "mode=0755",
    mountPoint: MountPoint = .existing
  ) -> Mount {
    Mount(.tmpfs(options: options), at: target, in: base, mountPoint: mountPoint)
  }
}
