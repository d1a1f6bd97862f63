import Glibc
import Sandbox
import SystemPackage
import TestSupport
import Testing

struct WorkspaceTests {
  private static let place: FilePath = "/tmp/tie-check-test-workspaces"

  @Test func workspaceInUseIsLeftAlone() throws {
    try TemporaryDirectory.with { directory in
      let workspaces = Workspaces(in: directory)
      let workspace = try workspaces.make()
      try workspace.path.appending("file").write([1])
      #expect(workspaces.removeStale() == 0)
      #expect(FileStatus(workspace.path.appending("file")) != nil)
      try workspace.remove()
      let left = try directory.children()
      #expect(left.isEmpty)
    }
  }

  @Test func workspaceOfAKilledProgramIsRemoved() async throws {
    // An earlier run may have been killed itself.
    try FileTree.remove(Self.place)
    try Self.place.createDirectories()
    defer { try? FileTree.remove(Self.place) }
    await #expect(processExitsWith: .signal(SIGKILL)) {
      let workspace = try Workspaces(in: Self.place).make()
      try workspace.path.appending("file").write([1])
      kill(getpid(), SIGKILL)
    }
    let count = try Self.place.children().count
    #expect(count == 2)
    #expect(Workspaces(in: Self.place).removeStale() == 1)
    let left = try Self.place.children()
    #expect(left.isEmpty)
  }
}
