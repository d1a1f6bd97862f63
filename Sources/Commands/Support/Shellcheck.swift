import Diagnostics
import ElementLint
import Sandbox
import SystemPackage

/// The installed shellcheck.
struct Shellcheck {
  /// A path, or a name to look up in `PATH`.
  var program = "shellcheck"

  /// As many files as one run gets: its memory grows with each.
  private static let share = 40

  /// What it finds, by its own codes and in its own words.
  ///
  /// - Throws: `InputError` when it is missing or does not do its work.
  func findings(in files: [ShellFile]) async throws -> [Finding] {
    let shares = Dictionary(grouping: files, by: \.shell).sorted { $0.key < $1.key }
      .flatMap { shell, files in
        stride(from: 0, to: files.count, by: Self.share).map { start in
          command(shell, Array(files[start...].prefix(Self.share)))
        }
      }
    return try await withThrowingTaskGroup(of: [Finding].self) { group in
      var rest = shares[...]
      while let command = rest.popFirst() {
        group.addTask { try await run(command) }
        if shares.count - rest.count >= Self.jobs { break }
      }
      var findings = [Finding]()
      while let found = try await group.next() {
        findings += found
        if let command = rest.popFirst() { group.addTask { try await run(command) } }
      }
      return findings
    }
  }

  /// How many run at a time.
  private static let jobs = 4

  private func command(_ shell: String, _ files: [ShellFile]) -> Command {
    Command(
      program, ["--format=json1", "--shell=\(shell)", "--"] + files.map(\.path.string))
  }

  private func run(_ command: Command) async throws -> [Finding] {
    let result: CommandResult
    do throws(CommandError) {
      result = try await CommandRunner().run(command)
    } catch {
      throw InputError(
        "\(error)",
        hint: "install the package `shellcheck`, or leave out `--with shellcheck`")
    }
    // 1 says that something was found.
    guard case .exited(let status) = result.termination, status < 2 else {
      let reason = result.error.split(whereSeparator: \.isNewline).first.map(String.init)
      throw InputError(
        "shellcheck failed: \(reason ?? "\(result.termination)")",
        hint: "leave out `--with shellcheck`")
    }
    return try ShellcheckReport(parsing: result.outputBytes).findings
  }
}
