import ArgumentParser
import Diagnostics
import Documents
import Reporting
import Sandbox
import SystemPackage

/// Builds the images that files describe, one after the other (dib-contract section 2.3).
struct ImageFileRun {
  let files: [String]
  let isDry: Bool
  let stopsOnFailure: Bool
  let environment: ProcessEnvironment

  /// Reads all files before anything is built, then builds all images.
  ///
  /// - Throws: What is wrong with the files, or `ExitStatus.failure` when an image failed.
  func run() async throws {
    var isWell = true
    for entry in try entries() {
      let command = ImageFileCommand(entry)
      try OutputDescriptor.standardError.write("\(command)\n\n")
      if isDry { continue }
      isWell = try await succeeds(command) && isWell
      if !isWell, stopsOnFailure { break }
    }
    if !isWell { throw ExitStatus.failure }
  }

  private func entries() throws -> [ImageEntry] {
    var reader = ImageFileReader()
    for file in files {
      let path = try environment.path(file, "the name of a file")
      // Messages name it as the user does.
      reader.read(try Self.document(at: path, named: FilePath(file)), at: FilePath(file))
    }
    try reader.problems.throwAny()
    return ImageEntry.merged(reader.entries)
  }

  private static func document(
    at path: FilePath, named name: FilePath
  ) throws(InputError) -> YAMLDocument {
    let bytes: [UInt8]
    do { bytes = try path.contents(limit: 1 << 24) } catch {
      throw InputError("cannot be read: \(error)", at: SourceLocation(name), hint: "check the path")
    }
    return try YAMLDocument(parsing: bytes, path: name)
  }

  /// Builds one image; a failure is reported and does not keep the others from being built.
  private func succeeds(_ command: ImageFileCommand) async throws -> Bool {
    do {
      try await command.build(in: environment).run()
      return true
    } catch let error as CancellationError {
      throw error
    } catch {
      if !(error is ExitCode) {
        try OutputDescriptor.standardError.write("tie-check: \(error)\n")
      }
      return false
    }
  }
}
