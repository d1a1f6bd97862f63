import Diagnostics
import ElementModel

extension DiskLayout {
  /// Reads the configuration that a build uses.
  ///
  /// - Throws: The first problem, with its place.
  package init(_ source: BlockDeviceSource, _ defaults: LayoutDefaults) throws(InputError) {
    let (document, problems) = BlockDeviceDocument.parse(source.bytes, path: source.path)
    if let problem = problems.first { throw problem.inputError }
    self = try LayoutReader(document, defaults).layout()
    guard disks.contains(where: { $0.name == Self.deliveredDisk }) else {
      throw InputError(
        "there is no disk `\(Self.deliveredDisk)`", at: SourceLocation(source.path),
        hint: "name a `local_loop` so: it is the one that is delivered")
    }
    guard root != nil else {
      throw InputError(
        "nothing is mounted at `/`", at: SourceLocation(source.path),
        hint: "give a file system `mount:` with `mount_point: /`")
    }
  }

  /// The name of the disk that becomes the image.
  static let deliveredDisk = "image0"
}
