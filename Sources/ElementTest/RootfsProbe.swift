public import SystemPackage

/// Answers questions about a rootfs.
///
/// Paths are absolute and mean what they would mean with the rootfs as `/`: a symbolic link never
/// leads to a file of the host. A question that cannot be answered throws; a thing that is not there
/// is an answer.
public protocol RootfsProbe: Sendable {
  /// The file itself, a symbolic link included; nil when there is none.
  func file(at path: FilePath) async throws(ProbeError) -> FileFacts?

  /// What the regular file at the end of all symbolic links holds; nil when there is none.
  func contents(of path: FilePath) async throws(ProbeError) -> [UInt8]?

  /// The names in a directory, sorted; nil when there is no directory.
  func entries(of directory: FilePath) async throws(ProbeError) -> [String]?

  /// Every file of the rootfs itself, sorted by path; nothing that is mounted over it.
  func tree() async throws(ProbeError) -> [TreeEntry]

  /// The user in the password database; nil when there is none.
  func user(named name: String) async throws(ProbeError) -> UserFacts?

  /// The group in the group database; nil when there is none.
  func group(named name: String) async throws(ProbeError) -> GroupFacts?

  /// Everything that the package database knows, removed packages included.
  func packages() async throws(ProbeError) -> PackageFacts

  /// What `systemctl is-enabled` would print for the unit or SysV service.
  func unitState(of name: String) async throws(ProbeError) -> UnitState

  /// Runs a command with the rootfs as `/`.
  func run(_ command: ProbeCommand) async throws(ProbeError) -> CommandOutcome
}

/// A rootfs could not be questioned; the case that asked is errored, not failed.
public enum ProbeError: Error, Equatable {
  case unreadable(FilePath, Errno)
  /// A database of the rootfs does not have the form it should have.
  case malformed(FilePath, line: Int, reason: String)
  /// There is none of the package databases that can be read.
  case noPackageDatabase
  /// The command could not be started or watched; its own failure is an outcome.
  case notRun(ProbeCommand, reason: String)
  case timedOut(ProbeCommand)
}

extension ProbeError: CustomStringConvertible {
  /// What could not be done, and why.
  public var description: String {
    switch self {
    case .unreadable(let path, let errno): "cannot read `\(path)` in the rootfs: \(errno)"
    case .malformed(let path, let line, let reason): "`\(path)`, line \(line): \(reason)"
    case .noPackageDatabase: "the rootfs has no package database that can be read (dpkg's)"
    case .notRun(let command, let reason): "cannot run `\(command)`: \(reason)"
    case .timedOut(let command): "`\(command)` did not end within \(command.timeout)"
    }
  }
}
