import ArgumentParser
import Diagnostics
import PythonSyntax
import Reporting
import Sandbox
import SystemPackage

/// `tie-check tokenize-python FILE...`: the tokens of Python files, to compare them with Python's own.
struct TokenizePythonCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "tokenize-python", abstract: "Print the tokens of Python files.",
    shouldDisplay: false)

  @Argument var paths: [String]

  func run() async throws {
    let environment = try ProcessEnvironment.current()
    for path in paths {
      let place = environment.absolute(FilePath(path))
      let source = PythonSource(try place.contents(), path: place)
      try OutputDescriptor.standardOutput.write("file \(path)\n" + lines(of: source).joined())
    }
  }

  /// Kind, first line and column, last line and column of each token; the error, if there is one.
  private func lines(of source: PythonSource) -> [String] {
    let result = PythonTokens(of: source)
    let tokens = LogicalLines(result.tokens, of: source).tokens.map { token in
      "\(token.kind) \(token.line) \(token.column) \(token.endLine) \(token.endColumn)\n"
    }
    return tokens + (result.error.map { ["error \($0.message)\n"] } ?? [])
  }
}
