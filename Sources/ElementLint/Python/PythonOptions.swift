import PythonSyntax

/// What can be set for the rules about Python; the names are those of flake8's options.
public struct PythonOptions: Hashable, Sendable {
  /// The characters that fit on a line.
  public var maxLineLength = 79
  /// The characters that fit on a line of a comment or docstring; not checked without it.
  public var maxDocLength: Int?
  /// The blanks of one level of indent.
  public var indentSize = 4
  /// Whether a closing bracket is indented like what it closes.
  public var hangClosing = false
  /// The highest complexity of a function; not checked without it.
  public var maxComplexity: Int?
  /// Names that are defined everywhere, besides Python's own.
  public var builtins: [String] = []
  /// Whether examples in docstrings are checked.
  public var doctests = false

  /// The Python whose grammar and names are meant: the number behind `3.`.
  public var minorVersion = PythonVersion.standard.minor

  var version: PythonVersion { PythonVersion(minor: minorVersion) }

  /// flake8's defaults.
  public init() {}
}
