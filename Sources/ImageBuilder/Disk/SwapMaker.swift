import Sandbox
import SystemPackage

/// Swap areas.
enum SwapMaker: FileSystemMaker {
  static let types: Set = ["swap"]

  static func make(_ job: FileSystemJob, _ tools: TreeTools) async throws {
    let identity = job.fileSystem.uuid.map { ["-U", $0] } ?? []
    try await job.withFile(tools) { file in
      let arguments = ["-L", job.fileSystem.label] + identity + [file.string]
      try await tools.run(job.title, Command("mkswap", arguments))
    }
  }
}
