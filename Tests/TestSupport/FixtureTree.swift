import Glibc
import SystemPackage

/// Calls `body` with a new directory that holds `files`, path to content, and is removed afterwards.
package func withTree<Result>(
  _ files: [String: FixtureFile] = [:], _ body: (FilePath) throws -> Result
) throws -> Result {
  try withTemporaryFolder { root in
    try write(files, below: root)
    return try body(root)
  }
}

/// Calls `body` with a new directory that holds `files`, path to content, and is removed afterwards.
package func withTree<Result: Sendable>(
  _ files: [String: FixtureFile] = [:], _ body: (FilePath) async throws -> Result
) async throws -> Result {
  try await withTemporaryFolder { root in
    try write(files, below: root)
    return try await body(root)
  }
}

private func write(_ files: [String: FixtureFile], below root: FilePath) throws {
  for (path, file) in files { try write(file, at: root.appending(path)) }
}

private func write(_ file: FixtureFile, at path: FilePath) throws {
  try makeDirectories(path.removingLastComponent())
  switch file {
  case .directory: try makeDirectories(path)
  case .symlink(let target):
    guard symlink(target, path.string) == 0 else { throw Errno(rawValue: errno) }
  case .file(let bytes, let mode):
    let descriptor = try FileDescriptor.open(
      path, .writeOnly, options: [.create, .exclusiveCreate], permissions: .ownerReadWrite)
    try descriptor.closeAfter {
      _ = try descriptor.writeAll(bytes)
      // The umask must not have a say in it.
      guard fchmod(descriptor.rawValue, mode) == 0 else { throw Errno(rawValue: errno) }
    }
  }
}

private func makeDirectories(_ path: FilePath) throws {
  var current = FilePath("/")
  for component in path.components {
    current.append(component)
    guard mkdir(current.string, 0o755) == 0 || errno == EEXIST else {
      throw Errno(rawValue: errno)
    }
  }
}
