import ArgumentParser
import Diagnostics
import Reporting
import Sandbox
import ShellSyntax
import SystemPackage

/// `tie-check parse-shell FILE...`: whether scripts can be parsed, to be compared with `bash -n`; not for
/// people.
struct ParseShellCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "parse-shell", abstract: "Say whether shell scripts can be parsed.",
    shouldDisplay: false)

  @Argument var files: [String]

  func run() async throws {
    for file in files {
      let path = FilePath(file)
      let script = ShellScript(parsing: try path.contents(), path: path)
      let verdict = script.errors.isEmpty ? "ok" : "error"
      try OutputDescriptor.standardOutput.write("\(verdict) \(file)\n")
    }
  }
}
