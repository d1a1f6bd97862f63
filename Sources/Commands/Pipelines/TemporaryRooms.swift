import Glibc
import Sandbox
import SystemPackage

/// Directories for disks and outputs in the caller's `TMP_DIR`, each locked by the build that uses it,
/// so that a later build can tell what a killed one left behind.
struct TemporaryRooms {
  private static let prefix = "dib_image."
  private static let lockName = ".lock"

  private let directory: FilePath

  /// Those in `directory`, which exists and may hold other things.
  init(in directory: FilePath) { self.directory = directory }

  /// Removes what killed builds left, and runs `body` with a new directory, which then goes.
  func withRoom<Value>(_ body: (FilePath) async throws -> Value) async throws -> Value {
    removeStale()
    var lock: FileLock?
    // Held until the directory is gone.
    defer { lock?.release() }
    return try await TemporaryDirectory.with(in: directory, prefix: Self.prefix) { room in
      lock = try FileLock.exclusiveNow(room.appending(Self.lockName))
      guard lock != nil else { throw Errno.resourceBusy }
      return try await body(room)
    }
  }

  private func removeStale() {
    let names = (try? directory.children()) ?? []
    for name in names where name.hasPrefix(Self.prefix) {
      removeIfStale(directory.appending(name))
    }
  }

  /// Others may write to the directory, too: only what is surely a build's of this user is removed,
  /// and what cannot be removed now is tried again by the next build.
  private func removeIfStale(_ room: FilePath) {
    let file = room.appending(Self.lockName)
    guard let status = FileStatus(room), status.kind == .directory, status.userID == geteuid(),
      FileStatus(file)?.kind == .regular, let lock = try? FileLock.exclusiveNow(file)
    else { return }
    try? FileTree.remove(room)
    lock.release()
  }
}
