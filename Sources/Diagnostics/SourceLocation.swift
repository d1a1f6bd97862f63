public import SystemPackage

/// A place in a text: 1-based line and 1-based column, the column counted in characters
/// (Unicode scalars), as flake8 and editors do.
public struct SourcePosition: Hashable, Comparable, Sendable, Codable {
  public var line: Int
  public var column: Int

  /// The position at the given 1-based line and column.
  public init(line: Int, column: Int = 1) {
    self.line = line
    self.column = column
  }

  public static func < (left: SourcePosition, right: SourcePosition) -> Bool {
    (left.line, left.column) < (right.line, right.column)
  }
}

/// What a finding, a case or an error points at: a path, and within it a place or a range.
///
/// A location of a directory, or of a file as a whole, has no position.
public struct SourceLocation: Hashable, Sendable, Codable {
  public var path: FilePath
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
