import Diagnostics
import PythonSyntax
import SystemPackage

/// The text as a file called `a.py`.
func source(_ text: String) -> PythonSource { PythonSource(Array(text.utf8), path: "a.py") }

/// The tokens of a text, one a line: `kind line:column text`, columns counted from 0.
func cut(_ text: String, version: PythonVersion = .standard) -> [String] {
  let source = source(text)
  let result = PythonTokens(of: source, version: version)
  let tokens = result.tokens.map { token in
    let column = source.column(of: Int(token.start), line: Int(token.line))
    return "\(token.kind) \(token.line):\(column) \(source.text(token.range))"
  }
  return tokens + (result.error.map { ["error \($0.message)"] } ?? [])
}

/// The error that stops the lexer: `Kind line:column message`.
func lexerError(_ text: String) -> String? {
  let source = source(text)
  return PythonTokens(of: source).error.map { error in
    let position = source.position(of: error.offset)
    return "\(error.kind.rawValue) \(position.line):\(position.column) \(error.message)"
  }
}
