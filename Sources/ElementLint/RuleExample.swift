/// Files that show what a rule flags or accepts.
///
/// A lone text is a hook when it starts with `#!`, else a file that the hooks source; a dictionary
/// names each file by its path below the search path. In a flagged example `«…»` encloses what is
/// found; around a path it means the file or directory as a whole.
public struct RuleExample: Sendable {
  /// The files, in the order in which they are shown.
  public var files: [(path: String, content: ExampleFile)]
}

/// The content of one file of an example.
public enum ExampleFile: Sendable {
  /// A file without the executable bit.
  case text(String)
  /// An executable file.
  case executable(String)
  /// A file without the executable bit whose characters are written as Latin-1 bytes.
  case latin1(String)
  /// The index of a git repository that knows the named files, some of them as executable.
  case gitIndex(executable: [String], other: [String])
  /// A symbolic link.
  case link(to: String)
}

extension RuleExample: ExpressibleByStringLiteral, ExpressibleByDictionaryLiteral {
  /// One file: a hook when the text starts with `#!`, else an environment file.
  public init(stringLiteral text: String) {
    let isHook = text.drop(while: { $0 == "«" }).hasPrefix("#!")
    files =
      isHook
      ? [("foo/install.d/50-foo", .executable(text))] : [("foo/environment.d/10-foo", .text(text))]
  }

  /// Several files, path to content.
  public init(dictionaryLiteral elements: (String, ExampleFile)...) {
    files = elements.map { (path: $0.0, content: $0.1) }
  }
}

extension ExampleFile: ExpressibleByStringLiteral {
  /// A text file that is not executable.
  public init(stringLiteral text: String) { self = .text(text) }
}
