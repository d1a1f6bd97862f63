import PythonSyntax

/// A Python file, cut into tokens and lines and parsed once for all rules.
///
/// A class, because what rules follow its tokens with keeps it beside them.
final class LintedPython: Sendable {
  let source: PythonSource
  let tokens: PythonTokens
  let options: PythonOptions
  /// The syntax tree; none with a syntax error.
  let tree: PythonTree?
  /// What keeps the file from being Python; rules about style then have nothing to look at.
  let syntaxError: PythonSyntaxError?
  /// Statements and comments; none with a syntax error.
  let logical: LogicalLines
  /// The lines as they are written; none with a syntax error.
  let physical: PhysicalLines
  /// The blank that the first indented line of the file starts with.
  let indentCharacter: UInt8?
  /// The comments that silence flake8's rules.
  let directives: NoqaDirectives

  init(_ source: PythonSource, options: PythonOptions) {
    self.source = source
    self.options = options
    tokens = PythonTokens(of: source, version: options.version)
    (tree, syntaxError) = Self.parse(source, tokens, options.version)
    logical = LogicalLines(syntaxError == nil ? tokens.tokens : [], of: source)
    physical = PhysicalLines(logical.tokens, of: source)
    indentCharacter = source.indentCharacter
    directives = NoqaDirectives(source, logical.tokens)
  }

  private static func parse(
    _ source: PythonSource, _ tokens: PythonTokens, _ version: PythonVersion
  ) -> (PythonTree?, PythonSyntaxError?) {
    do throws(PythonSyntaxError) {
      return (try PythonTree(parsing: source, tokens: tokens, version: version), nil)
    } catch {
      return (nil, error)
    }
  }
}

extension LintedPython {
  /// The statement above; nil for the first one.
  func previous(of line: LogicalLine) -> LogicalLine? {
    line.previous.map { logical.lines[$0] }
  }

  /// Asks something of the text of a logical line.
  func ask(_ line: LogicalLine, _ question: (Span<UInt8>) -> Bool) -> Bool {
    let text = logical.text
    return question(text.span.extracting(line.text))
  }

  /// Whether the statement ends with a colon, so that a block follows.
  func opensBlock(_ line: LogicalLine) -> Bool {
    logical.text[line.text].last == UInt8(ascii: ":")
  }
}
