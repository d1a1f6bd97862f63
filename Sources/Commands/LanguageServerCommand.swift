import ArgumentParser
import Diagnostics
import ElementLint
import ElementModel
import LanguageServer
import Reporting
import SystemPackage

/// `tie-check lsp`: a language server over standard input and output.
struct LanguageServerCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "lsp",
    abstract: "Serve an editor: findings while one types, rules, fixes, elements.",
    discussion: "Speaks the Language Server Protocol over standard input and output.")

  @OptionGroup var rules: RuleOptions

  /// Editors of many kinds give this flag, and there is no other way.
  @Flag(help: .hidden)
  var stdio = false

  func run() async throws {
    let environment = try ProcessEnvironment.current()
    let server = LanguageServer(try source(in: environment), version: ProgramVersion.text)
    var loop = LanguageServerLoop(server, reading: .standardInput, writing: .standardOutput)
    guard try await loop.run() else { throw ExitStatus.failure }
  }

  private func source(in environment: ProcessEnvironment) throws -> LintSource {
    let file = try rules.config.map { try environment.path($0, "`--config`") }
    let commandLine = rules.configuration
    return LintSource(
      findings: { files, unsaved in
        let settings = try LintSettings(
          commandLine, configurationFile: file, seenFrom: environment.workingDirectory,
          in: environment)
        let target = try LintTarget(
          files.map(\.string), in: environment.adding(settings.elementsPath))
        let session = try LintSession(target, settings, unsaved: unsaved)
        return await session.outcome(of: session.tree, only: session.scope).findings
      },
      element: { name, file in
        let target = try LintTarget([file.string], in: environment)
        return try ElementTree.discover(in: target.searchPath)[ElementName(name)]
      },
      page: { RulePage($0).markdown })
  }
}
