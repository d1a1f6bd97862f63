import Diagnostics
import Glibc
import Sandbox
import SystemPackage

/// Writes all outputs that were asked for, side by side.
package struct OutputWriter: Sendable {
  private let image: FinishedImage
  /// `IMAGE_NAME` as the user gave it, which checksum files repeat.
  private let name: FilePath
  /// Where it is.
  private let base: FilePath

  /// A writer of files named `name` and their extension; `base` is the same as an absolute path.
  package init(_ image: FinishedImage, name: FilePath, base: FilePath) {
    self.image = image
    self.name = name
    self.base = base
  }

  /// Writes the outputs, two at a time; raw comes last, because it takes the disk itself.
  ///
  /// - Returns: The files, in the order of `formats`.
  /// - Throws: What the first to fail throws. Nobody sees half of a file.
  @discardableResult
  package func write(_ formats: [any OutputFormat.Type]) async throws -> [FilePath] {
    let others = formats.filter { $0.key != RawOutput.key }
    try await withThrowingTaskGroup(of: Void.self) { group in
      for (index, format) in others.enumerated() {
        if index >= 2 { try await group.next() }
        group.addTask { try await write(format) }
      }
      try await group.waitForAll()
    }
    if formats.count > others.count { try await write(RawOutput.self) }
    return formats.map(file)
  }

  /// Where the output of `format` is written.
  package func file(of format: any OutputFormat.Type) -> FilePath {
    FilePath("\(base).\(format.fileExtension)")
  }

  private func write(_ format: any OutputFormat.Type) async throws {
    let file = file(of: format)
    let unfinished = file.removingLastComponent()
      .appending(".\(file.lastComponent?.string ?? "").new")
    try Self.remove(unfinished)
    defer { try? Self.remove(unfinished) }
    do { try await format.write(image.withScratch(format.key), to: unfinished) } catch let error
      as Errno
    {
      throw BuildError.stepFailed(title: "write \(file)", reason: "\(error)")
    }
    try writeChecksums(format, of: unfinished)
    try finish(format, unfinished, file)
  }

  /// Removes what a build that failed or was killed left of a file.
  private static func remove(_ unfinished: FilePath) throws {
    try FileTree.remove(unfinished)
    try ChecksumKind.remove(of: unfinished)
  }

  /// Every file gets checksums, a directory has none.
  private func writeChecksums(
    _ format: any OutputFormat.Type, of unfinished: FilePath
  ) throws {
    guard FileStatus(unfinished)?.kind == .regular else { return }
    try ChecksumKind.write(
      image.options.checksums, of: unfinished, named: FilePath("\(name).\(format.fileExtension)"))
  }

  /// Nobody finds the file with checksums of another: older ones go before it comes, its own follow.
  private func finish(
    _ format: any OutputFormat.Type, _ unfinished: FilePath, _ file: FilePath
  ) throws {
    if format.isConverted, !image.options.overwrites {
      try OlderImage(file)?.setAside()
    } else if FileStatus(file)?.kind == .directory {
      try FileTree.remove(file)
    }
    try ChecksumKind.remove(of: file)
    try unfinished.rename(to: file)
    try ChecksumKind.rename(of: unfinished, to: file)
  }
}

/// A file that an image's file would replace.
struct OlderImage {
  private let file: FilePath
  private let modified: timespec

  /// The file, if there is one.
  init?(_ file: FilePath) {
    guard let status = FileStatus(file) else { return nil }
    self.file = file
    modified = status.modified
  }

  /// Renames it, and its checksums, to a name with the time when it was written.
  func setAside() throws(Errno) {
    let other = file.removingLastComponent()
      .appending("\(file.stem ?? "")-\(stamp).\(file.extension ?? "")")
    try file.rename(to: other)
    try ChecksumKind.rename(of: file, to: other)
  }

  private var stamp: String {
    var (seconds, fields) = (modified.tv_sec, tm())
    localtime_r(&seconds, &fields)
    var buffer = [CChar](repeating: 0, count: 32)
    let count = strftime(&buffer, buffer.count, "%Y.%m.%d-%H.%M.%S", &fields)
    return String(decoding: buffer[..<count].map(UInt8.init(bitPattern:)), as: UTF8.self)
  }
}
