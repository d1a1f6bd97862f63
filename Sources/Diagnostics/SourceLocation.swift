public import SystemPackage

/// A place in a text: 1-based line and 1-based column, the column counted in characters
/// (Unicode scalars), as flake8 and editors do.
public struct SourcePosition: Hashable, Comparable, Sendable, Codable {
  /// The 1-based line.
  public var line: Int
  /// The 1-based column.
  public var column: Int

  /// The position at the given 1-based line and column.
  public init(line: Int, column: Int = 1) {
    self.line = line
    self.column = column
  }

  /// By line, then by column.
  public static func < (left: SourcePosition, right: SourcePosition) -> Bool {
    (left.line, left.column) < (right.line, right.column)
  }
}

/// What a finding, a case or an error points at: a path, and within it a place or a range.
///
/// A location of a directory, or of a file as a whole, has no position.
public struct SourceLocation: Hashable, Sendable, Codable {
  /// The file or directory.
  public var path: FilePath
  /// The first character; nil for the file or directory as a whole.
  public var start: SourcePosition?
  /// The position behind the last character, when a range is known.
  public var end: SourcePosition?

  /// A location in `path`; without `start` it means the file or directory as a whole.
  public init(_ path: FilePath, _ start: SourcePosition? = nil, to end: SourcePosition? = nil) {
    self.path = path
    self.start = start
    self.end = end
  }

  /// The first column of the given 1-based line.
  public init(_ path: FilePath, line: Int, column: Int = 1) {
    self.init(path, SourcePosition(line: line, column: column))
  }
}

extension SourceLocation: Comparable {
  /// By path, then by position; a path as a whole comes before its lines.
  public static func < (left: SourceLocation, right: SourceLocation) -> Bool {
    if left.path != right.path { return left.path.string < right.path.string }
    let origin = SourcePosition(line: 0, column: 0)
    return (left.start ?? origin) < (right.start ?? origin)
  }
}

extension SourceLocation: CustomStringConvertible {
  /// `path`, `path:line:column` with a position.
  public var description: String {
    guard let start else { return path.string }
    return "\(path):\(start.line):\(start.column)"
  }
}
