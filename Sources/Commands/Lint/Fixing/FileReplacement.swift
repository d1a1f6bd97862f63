import ElementLint
import ElementModel
import Glibc
import Sandbox
import SystemPackage

/// Changes the text and the mode of one file on the disk: all of it or nothing.
///
/// The new text is written beside the file and renamed, with its mode and owner. A lock on the old
/// one keeps other runs away; what somebody changed since it was read is left alone.
struct FileReplacement {
  private let change: FileChange
  private let path: FilePath

  init(_ change: FileChange) {
    self.change = change
    path = change.before.source
  }

  func perform() throws(UnwritableFile) {
    let directory = path.removingLastComponent()
    guard directory.isInside(change.element) else {
      throw UnwritableFile(path, "lies outside of its element", hint: "mend it where it lies")
    }
    let file = try opened()
    defer { close(file) }
    try lock(file)
    let status = try status(of: file)
    if let contents = change.contents {
      try requireOriginal(file, status)
      try replace(with: contents, as: status)
    } else if let mode = change.mode {
      try check(fchmod(file, mode_t(mode)))
    }
  }

  private func opened() throws(UnwritableFile) -> CInt {
    // A pipe that took its place must not block.
    let flags = O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC
    let file = path.withPlatformString { open($0, flags) }
    guard file < 0 else { return file }
    switch Errno(rawValue: errno) {
    case .noSuchFileOrDirectory: throw UnwritableFile(path, "is gone", hint: "run again")
    case .tooManySymbolicLinkLevels: throw UnwritableFile(path, "is a link now", hint: "run again")
    case let cause: throw UnwritableFile(path, cause)
    }
  }

  private func lock(_ file: CInt) throws(UnwritableFile) {
    guard flock(file, LOCK_EX | LOCK_NB) != 0 else { return }
    throw UnwritableFile(
      path, "is being changed by another run", hint: "run again when that has ended")
  }

  /// - Throws: When the file may not be written to, even if its directory may.
  private func status(of file: CInt) throws(UnwritableFile) -> stat {
    var status = stat()
    try check(fstat(file, &status))
    let isWritable = path.withPlatformString { access($0, W_OK) == 0 }
    guard isWritable, status.st_mode & S_IWUSR != 0 else {
      throw UnwritableFile(path, "is read-only", hint: "run `chmod u+w` on it")
    }
    return status
  }

  private func requireOriginal(_ file: CInt, _ status: stat) throws(UnwritableFile) {
    var current = stat()
    let isThere = path.withPlatformString { lstat($0, &current) } == 0
    let isSame =
      isThere && current.st_ino == status.st_ino && current.st_dev == status.st_dev
      && (try? path.contents()) == change.original
    guard isSame else {
      throw UnwritableFile(path, "was changed since it was read", hint: "run again")
    }
  }

  private func replace(with contents: [UInt8], as status: stat) throws(UnwritableFile) {
    let number = String(UInt32.random(in: 0...UInt32.max), radix: 36)
    let draft = path.removingLastComponent()
      .appending(".\(path.lastComponent?.string ?? "").\(number).new")
    do {
      let file = try FileDescriptor.open(
        draft, .writeOnly, options: [.create, .exclusiveCreate, .closeOnExec],
        permissions: .ownerReadWrite)
      try file.closeAfter {
        try file.writeAll(contents)
        try adopt(status, file.rawValue)
      }
      try draft.rename(to: path)
    } catch {
      unlink(draft.string)
      throw (error as? UnwritableFile) ?? UnwritableFile(path, error as? Errno ?? .ioError)
    }
  }

  /// Owner first: the kernel drops bits of the mode when it changes.
  private func adopt(_ status: stat, _ file: CInt) throws(UnwritableFile) {
    if status.st_uid != geteuid() || status.st_gid != getegid() {
      try check(fchown(file, status.st_uid, status.st_gid))
    }
    try check(fchmod(file, change.mode.map { mode_t($0) } ?? status.st_mode & 0o7777))
  }

  private func check(_ result: CInt) throws(UnwritableFile) {
    if result != 0 { throw UnwritableFile(path, Errno(rawValue: errno)) }
  }
}

extension FilePath {
  /// Whether the directory is another one, or below it, with all links resolved.
  func isInside(_ other: FilePath) -> Bool {
    guard let place = resolved, let root = other.resolved else { return false }
    return place.starts(with: root)
  }

  private var resolved: FilePath? {
    guard let text = withPlatformString({ realpath($0, nil) }) else { return nil }
    defer { free(text) }
    return FilePath(platformString: text)
  }
}
