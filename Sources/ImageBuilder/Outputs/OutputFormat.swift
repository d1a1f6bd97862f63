import SystemPackage

/// A kind of delivered file.
package protocol OutputFormat: Sendable {
  /// What `-t` calls it.
  static var key: String { get }
  /// What the file's name ends with, without the dot.
  static var fileExtension: String { get }
  static var source: OutputSource { get }
  /// The tools of the host that it calls; to be looked for before anything is built.
  static var tools: [String] { get }
  /// Whether an older file is kept under another name, as the reference has it for converted formats
  /// (dib-contract section 12).
  static var isConverted: Bool { get }

  /// Writes the file, or directory, which does not exist yet.
  ///
  /// - Throws: `BuildError`, `ArchiveError`, `SandboxError` or `Errno`; what is unfinished stays.
  static func write(_ image: FinishedImage, to file: FilePath) async throws
}

extension OutputFormat {
  package static var fileExtension: String { key }
  package static var tools: [String] { [] }
  package static var isConverted: Bool { source == .disk }
}

/// What an output is made from.
package enum OutputSource: Sendable {
  case tree
  case disk
}

/// All formats, in the order in which they are listed to users.
package let outputFormats: [any OutputFormat.Type] = [
  QCOW2Output.self, RawOutput.self, TarOutput.self, GzipTarOutput.self, ZstandardTarOutput.self,
  SquashFSOutput.self, EROFSOutput.self, VHDOutput.self, VPCOutput.self, VHDXOutput.self,
  VMDKOutput.self, VDIOutput.self, DockerOutput.self, OCIOutput.self, ACIOutput.self,
  CPIOOutput.self, DirectoryOutput.self,
]

/// The format that `-t` calls `key`.
package func outputFormat(named key: String) -> (any OutputFormat.Type)? {
  outputFormats.first { $0.key == key }
}
