import Glibc
package import SystemPackage

/// A directory that exists as long as a closure runs.
package enum TemporaryDirectory {
  /// Runs `body` with a new directory in `parent`, and removes it with all it holds.
  package static func with<Value>(
    in parent: FilePath = "/tmp", prefix: String = "tie-check-", _ body: (FilePath) throws -> Value
  ) throws -> Value {
    let path = try make(in: parent, prefix: prefix)
    let result = Result { try body(path) }
    return try release(path, after: result)
  }

  /// Runs `body` with a new directory in `parent`, and removes it with all it holds.
  package nonisolated(nonsending) static func with<Value>(
    in parent: FilePath = "/tmp", prefix: String = "tie-check-",
    _ body: nonisolated(nonsending) (FilePath) async throws -> Value
  ) async throws -> Value {
    let path = try make(in: parent, prefix: prefix)
    let result: Result<Value, any Error>
    do { result = .success(try await body(path)) } catch { result = .failure(error) }
    return try release(path, after: result)
  }

  private static func make(in parent: FilePath, prefix: String) throws(Errno) -> FilePath {
    var template = Array(parent.appending(prefix + "XXXXXX").string.utf8CString)
    guard mkdtemp(&template) != nil else { throw Errno(rawValue: errno) }
    return template.withUnsafeBufferPointer { buffer in
      buffer.baseAddress.map { FilePath(platformString: $0) } ?? parent
    }
  }

  /// A failed removal is only told when nothing else failed.
  private static func release<Value>(
    _ path: FilePath, after result: Result<Value, any Error>
  ) throws -> Value {
    do {
      try FileTree.remove(path)
    } catch {
      _ = try result.get()
      throw error
    }
    return try result.get()
  }
}
