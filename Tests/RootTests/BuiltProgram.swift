import Foundation
import Sandbox
import SystemPackage
import Testing

/// The program that was built together with the tests.
enum BuiltProgram {
  /// How the program ended, and all that it printed.
  struct Outcome: Sendable {
    let status: Int32
    let output: String
  }

  /// Runs the program to its end.
  ///
  /// - Parameter prefix: A command of the host that ends by executing its last arguments.
  static func run(
    _ arguments: [String], _ variables: [String: String] = [:], in directory: FilePath? = nil,
    through prefix: [String] = []
  ) async throws -> Outcome {
    try await run(prefix + [try path().string] + arguments, variables, in: directory)
  }

  /// Runs the program under the name by which it is called.
  static func run(
    as name: String, _ arguments: [String], _ variables: [String: String] = [:],
    in directory: FilePath
  ) async throws -> Outcome {
    let link = directory.appending(name)
    if FileStatus(link) == nil { symlink(try path().string, link.string) }
    return try await run([link.string] + arguments, variables, in: directory)
  }

  /// Of the environment the command sees what it needs, and `variables`.
  private static func run(
    _ command: [String], _ variables: [String: String], in directory: FilePath?
  ) async throws -> Outcome {
    // The threads of Swift's pool must not block.
    try await DedicatedThread.run {
      Result { try runBlocking(command, variables, in: directory) }
    }.get()
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
  static func path() throws -> FilePath {
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
