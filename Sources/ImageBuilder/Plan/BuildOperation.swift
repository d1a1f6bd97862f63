import ElementModel

/// The closed list of what a build can do. A new case is a change to every backend.
public enum BuildOperation: Sendable, Codable, Equatable {
  /// All hooks of a phase. The runner lists the hook tree again when it gets there, because
  /// `extra-data.d` hooks may add to it.
  case runPhase(PhaseRun)
  /// One hook of a phase; the runner makes these out of `runPhase`.
  case runHook(HookRun)
  /// A command inside the rootfs, without hook tree and without `environment.d`.
  case runInTarget([String])
  /// A change that the builder itself makes to the rootfs.
  case editRootfs(RootfsEdit)
  /// Decides how large the disk becomes, by what is in the tree by now.
  case measureDisk
  /// Makes a disk that hooks worked on ready: boot code where none did that, and no blocks in use that
  /// hold nothing.
  case finishDisk
  /// Writes the tree on the disk to the archive at this path.
  case archiveDisk(String)
  /// A break point: the user looks around; the runner makes these.
  case stop(BreakStop)
}

/// A phase and the hooks known while planning.
public struct PhaseRun: Sendable, Codable, Equatable {
  /// The phase.
  public var phase: HookPhase
  /// Its hooks, in the order in which they run.
  public var hooks: [HookRun]
  /// The names in `environment.d` on which no layer depends: nothing that the phase runs mentions
  /// what they set, so that builds of one base share its `root.d` layers. They are sourced all the
  /// same, since they may stop the build.
  public var irrelevantEnvironmentFiles: [String]
  /// The names in `environment.d` that are not sourced: they are written after this phase.
  public var laterEnvironmentFiles: [String]
  /// Digest of everything of the hook tree that such a hook sees without reading a file: names,
  /// kinds and modes.
  public var structure: ContentDigest

  /// The run of `phase`.
  public init(
    phase: HookPhase, hooks: [HookRun], irrelevantEnvironmentFiles: [String] = [],
    laterEnvironmentFiles: [String] = [], structure: ContentDigest
  ) {
    self.phase = phase
    self.hooks = hooks
    self.irrelevantEnvironmentFiles = irrelevantEnvironmentFiles
    self.laterEnvironmentFiles = laterEnvironmentFiles
    self.structure = structure
  }
}

/// One hook in one phase.
public struct HookRun: Sendable, Codable, Equatable {
  /// The phase in which it runs.
  public var phase: HookPhase
  /// Its name in the phase directory, such as `50-iptables`.
  public var name: String
  /// The element it comes from; nil for a hook that another hook added.
  public var element: ElementName?
  /// The names in `environment.d` that are sourced first, in order.
  public var environmentFiles: [String]

  /// The hook `name` of `phase`.
  public init(
    phase: HookPhase, name: String, element: ElementName?, environmentFiles: [String] = []
  ) {
    self.phase = phase
    self.name = name
    self.element = element
    self.environmentFiles = environmentFiles
  }

  /// `install.d/50-iptables`: the hook's path in the hook tree.
  public var path: String { "\(phase.rawValue)/\(name)" }
}

/// The builder's own changes to a rootfs (dib-contract sections 7.1 and 7.3).
public enum RootfsEdit: String, Sendable, Codable, Equatable {
  /// Fails unless `root.d` has put something in place.
  case requireDeployedRoot
  /// Puts the host's `resolv.conf` in place and keeps the image's own as `resolv.conf.ORIG`.
  case swapResolvConf
  /// Undoes `swapResolvConf`, unless a hook made `resolv.conf` a link meanwhile.
  case restoreResolvConf
  /// Writes `/etc/fstab` and makes the mount points, after the layout of the disk.
  case writeFileSystemTable
  /// Removes `lost+found` at the top of the tree.
  case removeLostAndFound
  /// Empties `/tmp`, truncates `/var/log`, removes `*.log` below `/root`.
  case cleanTemporaryFiles
}
