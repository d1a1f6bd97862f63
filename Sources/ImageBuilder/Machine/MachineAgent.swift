import Diagnostics
import ElementModel
import FoundationEssentials
import Sandbox
import Synchronization
import SystemPackage

/// The program inside a virtual machine: runs a job and leaves its outcome beside it.
package struct MachineAgent: Sendable {
  private let file: FilePath
  private let job: MachineJob

  /// The agent for the job in `file`.
  package init(_ file: FilePath) throws {
    self.file = file
    job = try JSONDecoder().decode(MachineJob.self, from: Data(file.contents()))
  }

  /// Runs the job to its end.
  package func run() async throws {
    let signs = try SignsOfLife { Self.send(.alive) }
    defer { signs.stop() }
    let outcome = await outcome()
    try Self.outcomeFile(beside: file).replace(with: Array(JSONEncoder().encode(outcome)))
  }

  static func outcomeFile(beside job: FilePath) -> FilePath {
    job.removingLastComponent().appending("outcome.json")
  }

  private func outcome() async -> MachineJob.Outcome {
    do {
      _ = try await runner().run(job.nodes, bindings())
      return .done
    } catch BuildError.hookFailed(let failure) {
      return .hookFailed(failure)
    } catch {
      return .failed("\(error)")
    }
  }

  private func runner() throws -> PlanRunner {
    let environment = BuildEnvironment(job.request, elements: job.elements)
    let progress = ProgressSink { event in
      MachineJob.Message(event).map(Self.send)
    }
    let store = try LayerStore(at: job.store)
    var backend = RootBackend(
      request: job.request, environment: environment, store: store, launcher: SandboxLauncher(),
      progress: progress)
    backend.disks = MachineDisks(files: job.disks, content: job.content)
    return PlanRunner(
      backend: backend, store: store, environment: environment, subject: job.request.subject,
      progress: progress)
  }

  private func bindings() -> Bindings {
    var bindings = Bindings()
    bindings.workspace = BuildWorkspace(continuing: job.workspace, hookTree: job.hookTree)
    bindings.hookTree = MergedHookTree(
      items: [], changes: [job.hookTree], hookNames: job.request.hookNames)
    bindings.diskSize = job.diskSize
    return bindings
  }

  /// A console that is gone takes the machine with it.
  private static func send(_ message: MachineJob.Message) {
    guard let lines = try? message.lines() else { return }
    console.withLock { _ = try? $0.writeAll(lines) }
  }

  /// Several threads write to it, a message at a time.
  private static let console = Mutex(FileDescriptor.standardOutput)
}
