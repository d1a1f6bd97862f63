import Diagnostics
import SystemPackage

/// What a `pkg-map` translates package names to.
public struct PackageMap: Sendable, Equatable {
  /// In the order of the file.
  public let entries: [Entry]
  private let indices: [String: [Int]]

  /// A map with these entries.
  public init(entries: [Entry] = []) {
    self.entries = entries
    indices = Dictionary(grouping: entries.indices) { entries[$0].name }
  }

  /// The name of a package on some systems.
  public struct Entry: Sendable, Equatable {
    /// The name that elements use.
    public let name: String
    /// The real names, as they are written; empty for "install nothing".
    public let translation: String
    /// The systems for which it counts.
    public let level: Level
    /// The key.
    public let location: SourceLocation
    /// What takes the entry out of the file, if that can be done.
    public let removal: Finding.Edit?
  }

  /// The systems for which an entry counts; later cases override earlier ones.
  public enum Level: Hashable, Sendable {
    case `default`
    case family(String)
    case distribution(String)
    case release(distribution: String, String)
  }

  /// Reads a file.
  public static func parse(
    _ bytes: [UInt8], path: FilePath
  ) -> (value: PackageMap, problems: [FormatProblem]) {
    var parser = PackageMapParser(path)
    let entries = parser.entries(of: bytes)
    return (PackageMap(entries: entries), parser.problems)
  }

  /// What a package is called on a system; empty for "install nothing", nothing when the map does not
  /// say. The text may hold several names.
  public func translation(of name: String, distribution: String, release: String) -> String? {
    // Releases of a stream count as the release itself.
    let release = release == "8-stream" ? "8" : release
    let levels: [Level] = [
      .release(distribution: distribution, release), .distribution(distribution),
      .family(Distributions.families[distribution] ?? ""), .default,
    ]
    let candidates = indices[name, default: []].map { entries[$0] }
    for level in levels {
      if let entry = candidates.last(where: { $0.level == level }) { return entry.translation }
    }
    return nil
  }

  /// The real names of a package on a system; nothing when the map does not say.
  public func names(for name: String, distro: String, release: String) -> [String]? {
    translation(of: name, distribution: distro, release: release)?
      .split(whereSeparator: \.isWhitespace).map(String.init)
  }
}
