import Diagnostics
import Documents
import SystemPackage

/// What a `source-repository-*` file has fetched.
public struct SourceRepositories: Sendable, Equatable {
  /// In the order of the file; what the build tool cannot read is left out.
  public let rows: [Row]

  /// What these rows have fetched.
  public init(rows: [Row] = []) { self.rows = rows }

  /// One thing to fetch. Its texts are as written: the shell evaluates them when the image is built.
  public struct Row: Sendable, Equatable {
    /// What the row's overrides go by, such as `DIB_REPOREF_<name>`.
    public let name: String
    /// How it is fetched.
    public let type: RepositoryType
    /// The absolute path in the image.
    public let destination: String?
    /// The URL or path.
    public let location: String?
    /// The branch, tag or commit of a repository; the part of a tarball.
    public let reference: String?
    /// From the first to behind the last character of the row.
    public let sourceLocation: SourceLocation

    /// The end of the names of the variables that override the row.
    public var variableSuffix: String {
      String(name.map { $0.isASCII && ($0.isLetter || $0.isNumber) ? $0 : "_" })
    }
  }

  /// How something is fetched.
  public enum RepositoryType: String, Sendable, CaseIterable {
    case git, tar, file, package
  }

  /// Reads a file.
  public static func parse(
    _ bytes: [UInt8], path: FilePath
  ) -> (value: SourceRepositories, problems: [FormatProblem]) {
    var parser = SourceRepositoriesParser(SourceText(bytes, path: path))
    let rows = parser.rows()
    return (SourceRepositories(rows: rows), parser.problems)
  }
}
