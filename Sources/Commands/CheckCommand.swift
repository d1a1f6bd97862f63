import ArgumentParser
import Diagnostics
import Reporting
import SystemPackage

/// `tie-check check`, the main job: lint, build throw-away images, run the assertions inside them,
/// write the report.
struct CheckCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Validate elements, build throw-away images of them, and test those (the default).")

  @OptionGroup var options: CheckOptions

  func run() async throws {
    try await options.run(lint: true)
  }
}

/// `tie-check test`: as `check`, without static validation.
struct TestCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "test", abstract: "Build throw-away images of elements, and test those.")

  @OptionGroup var options: CheckOptions

  func run() async throws {
    try await options.run(lint: false)
  }
}
