import Sandbox
import SystemPackage
import TestSupport
import Testing

/// A directory in which `disk-image-create` is called, and elements written inline: the fake
/// operating system, `test`, and others.
struct ImageSite {
  /// Where the program is called, and where images and what host-side hooks write appear.
  let folder: FilePath
  /// The directory of the elements.
  let elements: FilePath
  private let files: FilePath

  /// A disk that is made in a fraction of a second.
  static let smallDisk = ["DIB_IMAGE_SIZE": "0.1", "DIB_JOURNAL_SIZE": "4"]

  /// Calls `body` with the element `test` of the given files; `others` are path to content, the
  /// first component of a path being the element's name.
  static func with(
    _ element: [String: FixtureFile] = [:], others: [String: FixtureFile] = [:],
    _ body: (ImageSite) async throws -> Void
  ) async throws {
    var all = ["test/README.rst": "test\n"].merging(others) { $1 }
    for (path, file) in element { all["test/\(path)"] = file }
    all = all.mapValues(unique).merging(fakeOperatingSystem) { _, system in system }
    try await withTree(["called-here": .directory]) { files in
      try await withTree(all) { elements in
        try await body(
          ImageSite(folder: files.appending("called-here"), elements: elements, files: files))
      }
    }
  }

  /// A layer of the same hook would be taken from the store that all tests share, and what the hook
  /// does on the host would not be done.
  private static func unique(_ file: FixtureFile) -> FixtureFile {
    guard case .file(let bytes, let mode) = file, mode & 0o111 != 0 else { return file }
    return .file(bytes + Array("# \(UInt64.random(in: 0...UInt64.max))\n".utf8), mode: mode)
  }

  /// Calls the program for `names`, without `base` unless that is wanted.
  @discardableResult
  func build(
    _ arguments: [String] = ["-t", "directory"], _ names: [String] = ["fake-os", "test"],
    _ variables: [String: String] = [:], withBase: Bool = false,
    as name: String = "disk-image-create", through prefix: [String] = [], status: Int32 = 0,
    sourceLocation: Testing.SourceLocation = #_sourceLocation
  ) async throws -> String {
    try await run(
      as: name, (withBase ? [] : ["-n"]) + arguments + names, variables, through: prefix,
      status: status, sourceLocation: sourceLocation)
  }

  /// Calls the program with nothing but `arguments`, and gives what it prints.
  @discardableResult
  func run(
    as name: String, _ arguments: [String], _ variables: [String: String] = [:],
    through prefix: [String] = [], status: Int32 = 0,
    sourceLocation: Testing.SourceLocation = #_sourceLocation
  ) async throws -> String {
    let own = [
      "ELEMENTS_PATH": elements.string, "TIE_CHECK_CACHE": TemporaryLayers.folder.string,
      "DIB_IMAGE_CACHE": files.appending("downloads").string,
    ]
    let outcome = try await BuiltProgram.run(
      as: name, arguments, own.merging(variables) { $1 }, in: folder, through: prefix)
    #expect(outcome.status == status, "\(outcome.output)", sourceLocation: sourceLocation)
    return outcome.output
  }

  /// The text of a file of the image `image.rootfs`; nil when there is none.
  func text(_ path: FilePath) -> String? { callers(FilePath("image.rootfs").pushing(path)) }

  /// The text of a file in the directory where the program was called.
  func callers(_ path: FilePath) -> String? { try? readFile(folder.pushing(path)) }

  /// What dumpe2fs says of an image that is one file system.
  func superBlock(of image: String) async throws -> String {
    try await output(of: "dumpe2fs", "-h", folder.appending(image).string)
  }

  /// What is in that directory.
  var names: [String] { fileNames(in: folder) }
}

/// What a program of the host prints; it has to succeed.
func output(of command: String..., in directory: FilePath? = nil) async throws -> String {
  try await CommandRunner().run(
    checked: Command(command[0], Array(command.dropFirst()), workingDirectory: directory)
  ).output
}
