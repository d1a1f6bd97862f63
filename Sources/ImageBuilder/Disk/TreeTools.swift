import Sandbox
import SystemPackage

/// Runs tools of the host that see a finished tree as a directory.
///
/// Each runs in namespaces of its own, so that all that it mounts is gone when it ends, however it
/// ends.
struct TreeTools: Sendable {
  /// Nil for tools that need none.
  let finished: FinishedTree?
  let launcher: SandboxLauncher
  /// A directory for working files, the same for all tools that should see each other's changes.
  let scratch: FilePath

  /// Where tools see the tree.
  var tree: FilePath { scratch.appending("tree") }

  /// Runs a tool that sees the directories `hidden` of the tree empty, and gives what it prints.
  ///
  /// A tool that fails is a `BuildError` with its last line.
  @discardableResult
  func run(
    _ title: String, _ command: Command, hiding hidden: [FilePath] = [], with others: [Mount] = []
  ) async throws -> [String] {
    try tree.createDirectories()
    var spec = SandboxSpec(root: .host)
    spec.mounts = try finished?.mounts(at: tree, scratch: scratch) ?? []
    // Only the outermost: what is mounted in a hidden directory is hidden with it.
    spec.mounts += hidden.filter { path in !hidden.contains { $0 != path && path.starts(with: $0) }
    }
    .map { .tmpfs(target: $0, in: tree, mountPoint: .created) }
    spec.mounts += others
    return try await run(title, command, in: spec)
  }

  /// Runs a tool that sees no tree.
  @discardableResult
  func onHost(_ title: String, _ command: Command) async throws -> [String] {
    try await run(title, command, in: SandboxSpec(root: .host))
  }

  private func run(
    _ title: String, _ command: Command, in spec: SandboxSpec
  ) async throws -> [String] {
    var spec = spec
    spec.arguments = [command.executable] + command.arguments
    spec.environment = ["PATH": Self.path, "LC_ALL": "C.UTF-8"].merging(command.environment) { $1 }
    return try await output(of: spec, title)
  }

  /// Calls `body` with the tree, to look at and to change.
  func withTree<Value: Sendable>(
    _ body: (RootedDirectory) throws -> Value
  ) async throws -> Value {
    guard let finished else { throw BuildError.stepFailed(title: "tree", reason: "there is none") }
    let spec = try finished.sandbox(scratch: scratch)
    return try await launcher.withHeld(spec) { try body(RootedDirectory($0.root)) }
  }

  private static let path = "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin"

  private func output(of spec: SandboxSpec, _ title: String) async throws -> [String] {
    let output = OutputTail(limit: 1000)
    let result = try await launcher.run(spec) { output.add($0.text) }
    if case .exited(let status) = result.termination, status != 0 {
      let reason = output.lines.last { !$0.isEmpty } ?? "exited with status \(status)"
      throw BuildError.stepFailed(title: title, reason: "`\(spec.arguments[0])`: \(reason)")
    }
    try result.requireSuccess(of: title)
    return output.lines
  }
}
