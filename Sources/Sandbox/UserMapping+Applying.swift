import Glibc
internal import SystemPackage

extension UserMapping {
  /// Gives the new user namespace of a process its ids.
  ///
  /// Root writes the maps itself; others need the setuid helpers of the package `uidmap`.
  func apply(toProcess identifier: Int32) throws(SandboxError) {
    let directory = FilePath("/proc/\(identifier)")
    if geteuid() == 0 {
      try Self.write(users, to: directory.appending("uid_map"))
      try Self.write(groups, to: directory.appending("gid_map"))
    } else {
      try Self.run("newuidmap", for: identifier, users)
      try Self.run("newgidmap", for: identifier, groups)
    }
  }

  private static func write(_ ranges: [Range], to path: FilePath) throws(SandboxError) {
    let text = ranges.map { "\($0)\n" }.joined()
    do {
      let descriptor = try FileDescriptor.open(path, .writeOnly, options: .closeOnExec)
      // The kernel takes a map in a single write only.
      try descriptor.closeAfter { _ = try descriptor.writeAll(text.utf8) }
    } catch {
      throw SandboxError(.mapUsers, reason: error as? Errno ?? .ioError, culprit: path)
    }
  }

  private static func run(
    _ helper: String, for identifier: Int32, _ ranges: [Range]
  ) throws(SandboxError) {
    let numbers = ranges.flatMap { [$0.inside, $0.outside, $0.count].map { "\($0)" } }
    let arguments = [helper, "\(identifier)"] + numbers
    let status = spawnAndWait(arguments)
    guard status == 0 else {
      throw SandboxError(.mapUsers, reason: .notPermitted, culprit: FilePath(helper))
    }
  }

  /// Runs a tool on this thread; its wait status, or -1.
  private static func spawnAndWait(_ arguments: [String]) -> Int32 {
    let pointers = arguments.map { strdup($0) } + [nil]
    defer { for pointer in pointers { free(pointer) } }
    var identifier: pid_t = 0
    guard posix_spawnp(&identifier, arguments[0], nil, nil, pointers, environ) == 0 else {
      return -1
    }
    var status: Int32 = -1
    while waitpid(identifier, &status, 0) < 0 && errno == EINTR { continue }
    return status
  }
}
