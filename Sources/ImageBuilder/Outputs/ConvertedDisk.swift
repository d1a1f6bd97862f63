import Sandbox
import SystemPackage

/// A format into which `qemu-img` converts the disk.
package protocol ConvertedDisk: OutputFormat {
  /// What `qemu-img` calls the format.
  static var driver: String { get }

  /// Further arguments of `qemu-img convert`.
  static func arguments(_ options: ImageOptions) -> [String]
}

extension ConvertedDisk {
  package static var driver: String { key }
  package static func arguments(_ options: ImageOptions) -> [String] { [] }
}

extension ConvertedDisk {
  package static var source: OutputSource { .disk }
  package static var tools: [String] { ["qemu-img"] }

  package static func write(_ image: FinishedImage, to file: FilePath) async throws {
    let command = command(image.options, from: try image.requireDisk(), to: file)
    try await image.tools.onHost("write \(file)", command)
  }

  /// What converts the raw `disk`.
  package static func command(
    _ options: ImageOptions, from disk: FilePath, to file: FilePath
  ) -> Command {
    let words = ["convert", "-f", "raw", "-O", driver] + arguments(options)
    return Command("qemu-img", words + [disk.string, file.string])
  }
}
