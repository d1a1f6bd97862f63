import SystemPackage
import TestSupport
import Testing

/// A tree of files on which the program is run.
struct LintedTree: Sendable {
  let root: FilePath

  /// Calls `body` with a tree that is removed afterwards.
  static func with<Result: Sendable>(
    _ files: [String: FixtureFile], _ body: (LintedTree) async throws -> Result
  ) async throws -> Result {
    // The root of a repository, so that no settings from above are found.
    var files = files
    files[".git"] = .directory
    return try await withTree(files) { try await body(LintedTree(root: $0)) }
  }

  /// Runs `tie-check lint` there; both of its outputs are in one text.
  func lint(_ arguments: String...) async throws -> BuiltProgram.Outcome {
    try await lint(arguments)
  }

  /// The same with a list.
  func lint(_ arguments: [String]) async throws -> BuiltProgram.Outcome {
    try await BuiltProgram.run(
      ["lint", "--color", "never"] + arguments, ["ELEMENTS_PATH": "", "TIE_CHECK_DATA": "/"],
      in: root)
  }

  /// Runs `tie-check lint` there, which has to end with a status.
  func expect(
    status: Int32, _ arguments: [String],
    sourceLocation: Testing.SourceLocation = #_sourceLocation
  ) async throws {
    let outcome = try await lint(arguments)
    #expect(outcome.status == status, "\(outcome.output)", sourceLocation: sourceLocation)
  }

  /// The text of a file.
  func text(_ path: String) throws -> String { try readFile(root.appending(path)) }
}
