import Foundation
import Sandbox
import SystemPackage
import Testing

/// The program that was built together with the tests.
package enum BuiltProgram {
  /// How the program ended, and all that it printed.
  package struct Outcome: Sendable {
    package let status: Int32
    package let output: String
  }

  /// Runs the program to its end. Of the environment it sees what it needs, and `variables`.
  ///
  /// It is called `name`, which decides what it is; `prefix` is a command of the host that ends by
  /// executing its last arguments.
  package static func run(
    as name: String = "tie-check", _ arguments: [String], _ variables: [String: String] = [:],
    in directory: FilePath? = nil, through prefix: [String] = []
  ) async throws -> Outcome {
    let command =
      prefix + ["/bin/bash", "-c", "exec -a \(name) \"$@\"", "bash", try path().string] + arguments
    await ProgramSlots.shared.acquire()
    // The threads of Swift's pool must not block.
    let outcome = await DedicatedThread.run {
      Result { try runBlocking(command, variables, in: directory) }
    }
    await ProgramSlots.shared.release()
    return try outcome.get()
  }

  private static func runBlocking(
    _ command: [String], _ variables: [String: String], in directory: FilePath?
  ) throws -> Outcome {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = command
    process.environment = ProcessInfo.processInfo.environment.filter { !$0.key.hasPrefix("DIB_") }
      .merging(variables) { $1 }
    if let directory { process.currentDirectoryURL = URL(fileURLWithPath: directory.string) }
    let pipe = Pipe()
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = pipe
    process.standardError = pipe
    try process.run()
    let output = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return Outcome(
      status: process.terminationStatus, output: String(decoding: output, as: UTF8.self))
  }

  /// The executable beside the test bundle.
  package static func path() throws -> FilePath {
    let bundle = FilePath(CommandLine.arguments[0])
    let directories =
      [bundle.removingLastComponent()]
      + loadedDirectories()
    return try #require(
      directories.map { $0.appending("tie-check") }.first {
        FileStatus($0, following: true)?.kind == .regular
      })
  }

  /// The runner loads the bundle; the kernel knows from where.
  private static func loadedDirectories() -> [FilePath] {
    let maps = (try? FilePath("/proc/self/maps").contents()) ?? []
    return String(decoding: maps, as: UTF8.self).split(separator: "\n")
      .compactMap { $0.split(separator: " ").last.map(String.init) }
      .filter { $0.hasSuffix(".xctest") }
      .map { FilePath($0).removingLastComponent() }
  }
}
