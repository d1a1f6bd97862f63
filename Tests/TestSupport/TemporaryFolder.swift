import Glibc
import SystemPackage

/// Runs `body` with an empty folder that is removed afterwards.
package func withTemporaryFolder<Value>(_ body: (FilePath) throws -> Value) throws -> Value {
  let folder = try makeTemporaryFolder()
  defer { removeTree(folder) }
  return try body(folder)
}

/// Runs `body` with an empty folder that is removed afterwards.
package func withTemporaryFolder<Value: Sendable>(
  _ body: (FilePath) async throws -> Value
) async throws -> Value {
  let folder = try makeTemporaryFolder()
  defer { removeTree(folder) }
  return try await body(folder)
}

func makeTemporaryFolder() throws -> FilePath {
  var template = Array("/tmp/tie-check-tests-XXXXXX".utf8CString)
  guard let made = mkdtemp(&template) else { throw Errno(rawValue: errno) }
  return FilePath(platformString: made)
}

/// The names in a folder, sorted; nothing when it cannot be read.
package func fileNames(in folder: FilePath) -> [String] {
  guard let stream = opendir(folder.string) else { return [] }
  defer { closedir(stream) }
  var names: [String] = []
  while let entry = readdir(stream) {
    let name = withUnsafePointer(to: &entry.pointee.d_name) {
      $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
    }
    if name != ".", name != ".." { names.append(name) }
  }
  return names.sorted()
}

func removeTree(_ path: FilePath) {
  guard unlink(path.string) != 0 else { return }
  for name in fileNames(in: path) { removeTree(path.appending(name)) }
  rmdir(path.string)
}
