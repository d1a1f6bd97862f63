import Diagnostics
import ElementModel
import Sandbox
import SystemPackage

/// A block-device configuration before it is read, and where it comes from.
package struct BlockDeviceSource: Sendable, Equatable {
  package let bytes: [UInt8]
  /// A file, or what stands for one in messages.
  package let path: FilePath

  /// A configuration's text; `path` is for messages.
  package init(_ bytes: [UInt8], path: FilePath) {
    self.bytes = bytes
    self.path = path
  }

  /// Finds the configuration of a build (dib-contract section 11.1): what the caller says in
  /// `DIB_BLOCK_DEVICE_CONFIG`, else the first element's that has one, else a disk that is one file
  /// system. `elements` are the directories of the elements, in order.
  package init(
    variables: [String: String], elements: [FilePath], architecture: String
  ) throws(InputError) {
    if let text = variables[Self.variable], !text.isEmpty {
      self = try Self.given(text)
      return
    }
    let names = BlockDeviceDocument.fileNames(for: architecture)
    let file = elements.flatMap { element in names.map { element.pushing($0) } }
      .first { FileStatus($0, following: true) != nil }
    self = try file.map { file throws(InputError) in try Self.file(file) } ?? .fallback
  }

  private static let variable = "DIB_BLOCK_DEVICE_CONFIG"

  private static func given(_ text: String) throws(InputError) -> Self {
    let prefix = "file://"
    guard text.hasPrefix(prefix) else { return Self(Array(text.utf8), path: FilePath(variable)) }
    return try file(FilePath(String(text.dropFirst(prefix.count))))
  }

  private static func file(_ path: FilePath) throws(InputError) -> Self {
    do { return Self(try path.contents(limit: 1 << 20), path: path) } catch {
      throw InputError(
        "cannot be read: \(error)", at: SourceLocation(path),
        hint: "name a file with a block-device configuration in `\(variable)`")
    }
  }

  static let fallback = Self(
    Array(
      """
      - local_loop:
          name: image0
          mkfs:
            name: mkfs_root
            mount:
              mount_point: /
              fstab:
                options: defaults
                fsck-passno: 1

      """.utf8), path: "block-device-default.yaml")
}
