import Glibc
package import SystemPackage

/// Working directories below one directory, each locked by the program that uses it, so that a
/// later start can tell what a killed program left behind.
package struct Workspaces: Sendable {
  private let directory: FilePath

  /// The workspaces below `directory`, which exists.
  package init(in directory: FilePath) { self.directory = directory }

  /// A new, empty, locked directory.
  package func make() throws(Errno) -> Workspace {
    let name = "w" + String(UInt64.random(in: 0...UInt64.max), radix: 36)
    let path = directory.appending(name)
    let lock = try FileLock.exclusiveNow(lockFile(of: name))
    guard let lock else { throw .resourceBusy }
    try path.createDirectories(mode: 0o700)
    return Workspace(path: path, lock: lock, lockFile: lockFile(of: name))
  }

  /// Removes everything that no running program has locked, and gives the number of directories.
  ///
  /// What cannot be removed now is tried again at the next start.
  @discardableResult
  package func removeStale() -> Int {
    let names = (try? directory.children()) ?? []
    let directories = names.filter { !$0.hasSuffix(Self.lockSuffix) }
    let orphans = names.filter { $0.hasSuffix(Self.lockSuffix) }
      .map { String($0.dropLast(Self.lockSuffix.count)) }.filter { !directories.contains($0) }
    for name in orphans where isOld(lockFile(of: name)) { _ = removeIfStale(name) }
    return directories.filter(removeIfStale).count
  }

  /// Whether a lock was made so long ago that its directory is not about to be made.
  private func isOld(_ path: FilePath) -> Bool {
    guard let status = FileStatus(path) else { return false }
    return status.modified.tv_sec < time(nil) - 60
  }

  private static let lockSuffix = ".lock"

  private func removeIfStale(_ name: String) -> Bool {
    let file = lockFile(of: name)
    guard let lock = try? FileLock.exclusiveNow(file) else { return false }
    defer { lock.release() }
    guard (try? FileTree.remove(directory.appending(name))) != nil else { return false }
    _ = file.withPlatformString { unlink($0) }
    return true
  }

  private func lockFile(of name: String) -> FilePath {
    directory.appending("\(name)\(Self.lockSuffix)")
  }
}

/// One locked working directory.
package struct Workspace: Sendable {
  package let path: FilePath
  private let lock: FileLock
  private let lockFile: FilePath

  init(path: FilePath, lock: FileLock, lockFile: FilePath) {
    self.path = path
    self.lock = lock
    self.lockFile = lockFile
  }

  /// Removes the directory and gives the lock up.
  package func remove() throws(Errno) {
    try FileTree.remove(path)
    _ = lockFile.withPlatformString { unlink($0) }
    lock.release()
  }
}
