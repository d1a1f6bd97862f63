import Glibc
import Sandbox
import SystemPackage
import TestSupport
import Testing

@Suite(.requires(.root)) struct SandboxLifelineTests {
  /// An argument that no other process has.
  private static let mark = "86317.25"
  private static let place: FilePath = "/tmp/tie-check-test-lifeline"

  @Test func killedParentLeavesNoProcessAndNoMount() async throws {
    // An earlier run may have been killed itself.
    try FileTree.remove(Self.place)
    mkdir(Self.place.string, 0o755)
    defer { rmdir(Self.place.string) }
    await #expect(processExitsWith: .signal(SIGKILL)) {
      var spec = SandboxSpec(root: .host, mounts: [.proc, .tmpfs(target: Self.place)])
      let script = """
        trap '' TERM; touch \(Self.place)/file
        setsid sleep \(Self.mark) & sleep \(Self.mark) & echo up; sleep \(Self.mark)
        """
      spec.arguments = ["/bin/sh", "-c", script]
      _ = try await SandboxLauncher().run(spec) { _ in kill(getpid(), SIGKILL) }
    }
    try await Task.sleep(for: .milliseconds(300))
    let processes = try Self.processes { $0.contains(Self.mark) }
    let files = try Self.place.children()
    #expect(processes.isEmpty && files.isEmpty)
    #expect(!MountEntry.entries().contains { $0.mountPoint == Self.place })
  }

  /// Processes whose command line fits.
  private static func processes(_ fits: (String) -> Bool) throws -> [String] {
    try FilePath("/proc").children().filter { name in
      let line = (try? FilePath("/proc/\(name)/cmdline").contents()) ?? []
      return Int(name) != nil && fits(String(decoding: line, as: UTF8.self))
    }
  }
}
