import ElementModel
import SystemPackage

/// Calls `body` with the elements that `files` make up, path to content:
/// `withElements(["foo/element-deps": "bar\n", "foo/install.d/50-foo": .executable()]) { tree in … }`.
package func withElements<Result>(
  _ files: [String: FixtureFile], _ body: (ElementTree) throws -> Result
) throws -> Result {
  try withTree(files) { try body(try ElementTree.discover(in: [$0])) }
}

/// Calls `body` with the elements that `files` make up, path to content.
package func withElements<Result: Sendable>(
  _ files: [String: FixtureFile], _ body: (ElementTree) async throws -> Result
) async throws -> Result {
  try await withTree(files) { try await body(try ElementTree.discover(in: [$0])) }
}

/// Calls `body` with the elements of a search path: the first component of each path in `files` is
/// the directory of the search path, as in `["first/foo/install.d/50-foo": …]`.
package func withSearchPath<Result>(
  _ directories: [String], _ files: [String: FixtureFile], _ body: (ElementTree) throws -> Result
) throws -> Result {
  try withTree(files) { root in
    try body(try ElementTree.discover(in: directories.map { root.appending($0) }))
  }
}
