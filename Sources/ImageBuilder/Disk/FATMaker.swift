import Sandbox
import SystemPackage

/// The FAT file systems, filled by mtools.
enum FATMaker: FileSystemMaker {
  static let types = FileSystemDescription.fatTypes

  static func make(_ job: FileSystemJob, _ tools: TreeTools) async throws {
    let names = try await tools.withTree { root in
      try job.fileSystem.mountPoint.map { try root.children(of: $0) } ?? []
    }
    try await job.withFile(tools) { file in
      try await tools.run(job.title, Command("mkfs.fat", arguments(of: job, file)))
      guard let content = job.content(in: tools), !names.isEmpty else { return }
      let sources = names.map { content.appending($0).string }
      let copy = Command(
        "mcopy", ["-s", "-m", "-Q", "-i", file.string] + sources + ["::/"],
        // The geometry of a file means nothing.
        environment: ["MTOOLS_SKIP_CHECK": "1"])
      try await tools.run(job.title, copy, hiding: job.hidden)
    }
  }

  private static func arguments(of job: FileSystemJob, _ file: FilePath) -> [String] {
    let identity = job.fileSystem.uuid.map { ["-i", $0.filter { $0 != "-" }] } ?? []
    return ["-S", "\(job.sectorSize)"] + job.fileSystem.options
      + ["-n", job.fileSystem.label] + identity + [file.string]
  }
}
