import ElementTest
import SystemPackage
import TestSupport

/// Calls `body` with a probe of the directory `root` of a temporary tree, where nothing can be run.
func withProbe(
  of files: [String: FixtureFile], _ root: String = "",
  _ body: (LiveRootfsProbe) async throws -> Void
) async throws {
  try await withTree(files) { tree in
    let probe = try LiveRootfsProbe(root: tree.appending(root)) { command throws(ProbeError) in
      throw .notRun(command, reason: "there is nothing to run it")
    }
    try await body(probe)
  }
}
