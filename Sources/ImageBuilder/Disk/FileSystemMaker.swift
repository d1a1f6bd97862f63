import Sandbox
import SystemPackage

/// Makes file systems of some types in a part of a raw disk, with what the tree has at their mount
/// point.
protocol FileSystemMaker: Sendable {
  /// The types that it makes.
  static var types: Set<String> { get }

  static func make(_ job: FileSystemJob, _ tools: TreeTools) async throws
}

/// A file system to be made.
struct FileSystemJob: Sendable {
  let fileSystem: FileSystemDescription
  let disk: DiskFile
  /// The file system's place in the disk.
  let range: Range<Int>
  let sectorSize: Int
  /// Mount points below its own.
  let hidden: [FilePath]

  var title: String { "make the file system `\(fileSystem.name)`" }

  /// Where tools see what belongs into it; nil for one that stays empty.
  func content(in tools: TreeTools) -> FilePath? {
    fileSystem.mountPoint.map { tools.tree.pushing(FilePath(root: nil, $0.components)) }
  }

  /// Calls `body` with a file that is as large as the file system and becomes it.
  func withFile(_ tools: TreeTools, _ body: (FilePath) async throws -> Void) async throws {
    let file = tools.scratch.appending("file-system")
    _ = try DiskFile.create(file, size: range.count)
    try await body(file)
    try disk.insert(file, at: range.lowerBound)
    try FileTree.remove(file)
  }
}

/// The makers; every other type is made by `MountedMaker`.
let fileSystemMakers: [any FileSystemMaker.Type] = [
  ExtendedMaker.self, FATMaker.self, SwapMaker.self,
]

extension FileSystemJob {
  func run(_ tools: TreeTools) async throws {
    let maker = fileSystemMakers.first { $0.types.contains(fileSystem.type) }
    try await (maker ?? MountedMaker.self).make(self, tools)
  }
}
