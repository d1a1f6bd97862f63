import ArgumentParser
import Diagnostics
import ElementLint
import Reporting
import Sandbox
import SystemPackage

/// `tie-check lint-python [PATH...]`: the rules for Python on any files, in flake8's words, to compare
/// the two.
struct LintPythonCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "lint-python", abstract: "Check Python files as flake8 does.",
    shouldDisplay: false)

  @Argument(help: "Files, and folders of `*.py`; `.` unless given.")
  var paths: [String] = ["."]

  @OptionGroup var flake8: Flake8Options

  func run() async throws {
    let environment = try ProcessEnvironment.current()
    let configuration = try flake8.configuration(in: environment)
    // flake8 knows its own rules only.
    let linter = PythonLinter(try RuleSelection(ignore: ["NQ102"]), configuration)
    let files = PythonFiles(paths, in: environment, excluding: configuration.exclude)
    let lines = await files.paths.concurrentMap { path in
      report(on: path, at: environment.absolute(FilePath(path)), linter)
    }
    try OutputDescriptor.standardOutput.write(lines.joined())
    if lines.contains(where: { !$0.isEmpty }) { throw ExitStatus.failure }
  }

  /// The findings in one file, as flake8 prints them.
  private func report(on path: String, at place: FilePath, _ linter: PythonLinter) -> String {
    do throws(Errno) {
      return linter.findings(in: try place.contents(), at: place).map { finding in
        "\(path):\(finding.line):\(finding.printedColumn): \(finding.code) \(finding.text)\n"
      }.joined()
    } catch {
      return "\(path):0:1: E902 \(error.pythonName): [Errno \(error.rawValue)] "
        + "\(error): '\(path)'\n"
    }
  }
}

extension Errno {
  /// The exception that Python raises.
  fileprivate var pythonName: String {
    switch self {
    case .noSuchFileOrDirectory: "FileNotFoundError"
    case .permissionDenied: "PermissionError"
    case .isDirectory: "IsADirectoryError"
    default: "OSError"
    }
  }
}
