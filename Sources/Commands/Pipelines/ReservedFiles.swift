import Diagnostics
import Glibc
import Sandbox
import SystemPackage

/// An image's files, which no other build writes as long as they are reserved.
struct ReservedFiles {
  private var reserved: [(lockFile: FilePath, lock: FileLock)] = []

  /// Reserves `files`, in directories that exist.
  ///
  /// - Throws: `InputError` while another build writes one of them.
  init(_ files: [FilePath]) throws {
    do {
      for file in files { try reserve(file) }
    } catch {
      release()
      throw error
    }
  }

  /// Gives the files up; nothing that was made to reserve them is left.
  func release() {
    for (lockFile, lock) in reserved {
      // Before it is unlocked: afterwards it can be another build's.
      _ = lockFile.withPlatformString { unlink($0) }
      lock.release()
    }
  }

  private mutating func reserve(_ file: FilePath) throws {
    let name = file.lastComponent?.string ?? ""
    let lockFile = file.removingLastComponent().appending(".\(name).lock")
    var lock: FileLock?
    while lock == nil { lock = try Self.lock(lockFile, for: file) }
    if let lock { reserved.append((lockFile, lock)) }
  }

  /// The lock; nil when the lock file was removed by another build that ended, or was only just made.
  private static func lock(_ lockFile: FilePath, for file: FilePath) throws -> FileLock? {
    let before = FileStatus(lockFile)
    guard let lock = try FileLock.exclusiveNow(lockFile) else {
      throw InputError(
        "another build writes `\(file)`", hint: "wait for it, or change `-o`")
    }
    // Only a file that was the same before and after is surely the one that was locked.
    guard let before, let after = FileStatus(lockFile) else { return nil }
    return (before.device, before.inode) == (after.device, after.inode) ? lock : nil
  }
}
