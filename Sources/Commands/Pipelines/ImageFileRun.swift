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
  /// How the disks are made, as the option `--isolation` has it.
  var isolation = "auto"

  /// Reads all files and looks at all images before anything is built, then builds them.
  ///
  /// - Throws: What is wrong with the files or would keep an image from being built, or
  ///   `ExitStatus.failure` when an image failed.
  func run() async throws {
    var isWell = true
    for (command, build) in try await checkedBuilds() {
      try OutputDescriptor.standardError.write("\(command)\n\n")
      if isDry { continue }
      isWell = try await succeeds(build) && isWell
      if !isWell, stopsOnFailure { break }
    }
    if !isWell { throw ExitStatus.failure }
  }

  /// All images; of those that are only printed, just what they ask for is looked at.
  private func checkedBuilds() async throws -> [(ImageFileCommand, ImageBuild)] {
    var problems = ProblemCollector()
    var builds: [(ImageFileCommand, ImageBuild)] = []
    for command in try entries().map(ImageFileCommand.init) {
      do {
        let build = try command.build(in: environment, isolation: isolation)
        if isDry { _ = try await build.request() } else { try await build.check() }
        builds.append((command, build))
      } catch let error as CancellationError {
        throw error
      } catch {
        problems.add(error, of: command.imageName)
      }
    }
    try problems.throwAny()
    return builds
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
  private func succeeds(_ build: ImageBuild) async throws -> Bool {
    do {
      try await build.run()
      return true
    } catch let error as CancellationError {
      throw error
    } catch {
      if !(error is ExitCode) { Program.report(error) }
      return false
    }
  }
}
