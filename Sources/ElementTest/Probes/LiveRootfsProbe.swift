import Sandbox
public import SystemPackage

/// Reads a rootfs in a directory of the host, such as `/proc/PID/root`, natively; only commands run
/// anything.
///
/// An actor, because the databases are read once, when they are first asked for. It holds for a
/// rootfs that does not change meanwhile.
public actor LiveRootfsProbe {
  /// Runs a command with the rootfs as `/`, in a sandbox whose changes are thrown away.
  public typealias CommandRunner =
    @Sendable (ProbeCommand) async throws(ProbeError) -> CommandOutcome

  private let root: RootedDirectory
  private let runCommand: CommandRunner
  private var accounts: AccountDatabase?
  private var packageFacts: PackageFacts?
  private var entries: [TreeEntry]?
  private var units: SystemdUnits?
  private var outcomes: [ProbeCommand: CommandOutcome] = [:]

  /// A probe of the rootfs in `root`.
  ///
  /// - Throws: `ProbeError.unreadable` when there is no such directory.
  public init(root: FilePath, runCommand: @escaping CommandRunner) throws(ProbeError) {
    do {
      self.root = try RootedDirectory(root)
    } catch {
      throw .unreadable(root, error)
    }
    self.runCommand = runCommand
  }
}

extension LiveRootfsProbe: RootfsProbe {
  /// The file itself; nil when there is none.
  public func file(at path: FilePath) throws(ProbeError) -> FileFacts? {
    let (root, accounts) = (root, try accountDatabase())
    return try reading(path) { () throws(Errno) in
      guard let status = try root.status(of: path) else { return nil }
      let isLink = status.kind == .symbolicLink
      return FileFacts(status, accounts, linkTarget: isLink ? try root.linkTarget(of: path) : nil)
    }
  }

  /// The content of a regular file, links followed; nil when there is none.
  public func contents(of path: FilePath) throws(ProbeError) -> [UInt8]? {
    let root = root
    return try reading(path) { () throws(Errno) in
      guard let status = try root.status(of: path, following: true) else { return nil }
      if status.kind == .directory { throw .isDirectory }
      // Reading from a device or a pipe might not end.
      guard status.kind == .regular else { throw .invalidArgument }
      return try root.contents(of: path)
    }
  }

  /// The names in a directory; nil when there is none.
  public func entries(of directory: FilePath) throws(ProbeError) -> [String]? {
    let root = root
    return try reading(directory) { () throws(Errno) in
      guard try root.status(of: directory, following: true)?.kind == .directory else { return nil }
      return try root.children(of: directory)
    }
  }

  /// Every file of the rootfs itself; walked once.
  public func tree() throws(ProbeError) -> [TreeEntry] {
    if let entries { return entries }
    let root = root
    let found = try reading("/") { () throws(Errno) in try TreeWalk(root).entries() }
    entries = found
    return found
  }

  /// The user in `/etc/passwd`.
  public func user(named name: String) throws(ProbeError) -> UserFacts? {
    try accountDatabase().user(named: name)
  }

  /// The group in `/etc/group`.
  public func group(named name: String) throws(ProbeError) -> GroupFacts? {
    try accountDatabase().group(named: name)
  }

  /// The packages in dpkg's status file; read once.
  public func packages() throws(ProbeError) -> PackageFacts {
    if let packageFacts { return packageFacts }
    guard let bytes = try contents(of: DpkgStatus.path) else { throw .noPackageDatabase }
    let facts = PackageFacts(try DpkgStatus(parsing: bytes).packages, path: DpkgStatus.path)
    packageFacts = facts
    return facts
  }

  /// The enablement that the links and files of the rootfs amount to.
  public func unitState(of name: String) throws(ProbeError) -> UnitState {
    let root = root
    return try reading("/etc/systemd/system") { () throws(Errno) in
      if units == nil { units = try SystemdUnits(root) }
      return try units?.state(of: name) ?? .notFound
    }
  }

  /// Runs equal commands once: each of a resource's attributes asks for the same outcome.
  public func run(_ command: ProbeCommand) async throws(ProbeError) -> CommandOutcome {
    if let outcome = outcomes[command] { return outcome }
    let outcome = try await runCommand(command)
    outcomes[command] = outcome
    return outcome
  }

  private func accountDatabase() throws(ProbeError) -> AccountDatabase {
    if let accounts { return accounts }
    let database = AccountDatabase(
      passwd: try contents(of: "/etc/passwd") ?? [], group: try contents(of: "/etc/group") ?? [])
    accounts = database
    return database
  }

  private func reading<Value>(
    _ path: FilePath, _ body: () throws(Errno) -> Value
  ) throws(ProbeError) -> Value {
    do { return try body() } catch { throw .unreadable(path, error) }
  }
}
