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

  /// Runs the program to its end. Of the environment it sees what it needs, and `variables`.
  ///
  /// - Parameter prefix: A command of the host that ends by executing its last arguments.
  static func run(
    _ arguments: [String], _ variables: [String: String] = [:], in directory: FilePath? = nil,
    through prefix: [String] = []
  ) throws -> Outcome {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = prefix + [try path().string] + arguments
    process.environment = ProcessInfo.processInfo.environment.filter { !$0.key.hasPrefix("DIB_") }
      .merging(variables) { $1 }
    if let directory { process.currentDirectoryURL = URL(fileURLWithPath: directory.string) }
    let pipe = Pipe()
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
