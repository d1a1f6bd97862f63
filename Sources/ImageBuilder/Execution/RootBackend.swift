import Diagnostics
import ElementModel
import Sandbox
import SystemPackage

/// Builds as root: overlays and bind mounts, each hook in namespaces of its own.
package struct RootBackend: BuildBackend {
  let request: BuildRequest
  let environment: BuildEnvironment
  let store: LayerStore
  let launcher: SandboxLauncher
  /// What makes disks for hooks to work on.
  var disks: any DiskMaker = HostDisks()
  let progress: ProgressSink

  package init(
    request: BuildRequest, environment: BuildEnvironment, store: LayerStore,
    launcher: SandboxLauncher, progress: ProgressSink
  ) {
    self.request = request
    self.environment = environment
    self.store = store
    self.launcher = launcher
    self.progress = progress
  }

  /// Passes on a line of a hook's or a tool's output.
  func output(_ source: String, _ line: OutputLine) {
    progress.send(
      ProgressEvent(
        request.subject, .output(source: source, line: line.text), bytes: line.bytes))
  }

  package func perform(_ operation: BuildOperation, _ bindings: Bindings) async throws -> Effects {
    switch operation {
    case .runHook(let hook): try await run(hook, bindings)
    case .runInTarget(let command): try await runInTarget(command, bindings)
    case .stop(let stop): try await self.stop(stop, bindings)
    case .editRootfs(let edit): try await apply(edit, bindings)
    case .measureDisk: try await measureDisk(bindings)
    case .finishDisk: try await finishDisk(bindings)
    case .archiveDisk(let file): try await archiveDisk(FilePath(file), bindings)
    case .runPhase: throw BuildError.stepFailed(title: "phase", reason: "not expanded")
    }
  }

  package func acquire(_ resource: Resource, _ bindings: Bindings) async throws -> Bindings {
    var bindings = bindings
    switch resource {
    case .workspace:
      bindings.workspace = try makeWorkspace()
    case .hookTree(let items):
      bindings.hookTreeItems = items
      bindings.hookTree = MergedHookTree(
        items: items, changes: [], hookNames: request.hookNames)
    case .layer(let inputs):
      bindings.openLayer = try bindings.workspace?.openLayer(inputs, on: bindings.parent)
      bindings.openedFiles = []
    case .disk(let layout): try await attachDisk(layout, &bindings)
    case .machine: break
    }
    return bindings
  }

  private func makeWorkspace() throws -> BuildWorkspace {
    try environment.makeDirectories()
    let directory = try store.makeWorkspace()
    do {
      let workspace = try BuildWorkspace(directory)
      try files(in: workspace)?.write()
      return workspace
    } catch {
      // The first failure is the one to tell.
      try? directory.remove()
      throw error
    }
  }

  package func release(_ resource: Resource, _ bindings: Bindings) async throws {
    switch resource {
    case .workspace: try bindings.workspace?.remove()
    case .layer: try bindings.openLayer?.remove()
    case .disk: try await bindings.disk?.release()
    case .hookTree, .machine: break
    }
  }
}
