import Diagnostics
@testable import ImageBuilder
import Sandbox
import SystemPackage
import TestSupport
import Testing

/// What is left of a build that fails while it takes what it needs.
@Suite struct WorkspaceReleaseTests {
  @Test func aWorkspaceThatCannotBeFilledIsRemoved() async throws {
    await #expect(processExitsWith: .success) {
      try await withTemporaryFolder { folder in
        var request = BuildRequest.sample(
          searchPath: [], variables: ["HOME": folder.string])
        request.imageCache = folder.appending("images")
        request.lockFiles = folder.appending("locks")
        request.disk = DiskRequest(
          try DiskLayout(.fallback, LayoutDefaults()), sizes: DiskSizeRules())
        let store = try LayerStore(at: folder.appending("cache"))
        let backend = RootBackend(
          request: request, environment: BuildEnvironment(request, elements: []), store: store,
          launcher: SandboxLauncher(), progress: ProgressSink { _ in })
        try #require(limitFileSizes(to: 0))
        await #expect(throws: Errno.fileTooLarge) {
          try await backend.acquire(.workspace, Bindings())
        }
        #expect(try folder.appending("cache/work").children() == [])
      }
    }
  }
}
