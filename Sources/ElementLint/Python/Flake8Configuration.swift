import SystemPackage

/// What the `[flake8]` section of a configuration file says.
public struct Flake8Configuration: Sendable {
  /// Which codes are reported.
  public var selection = Flake8Selection()
  /// Codes that are off in some files.
  public var perFileIgnores: [PerFileIgnore] = []
  /// Patterns of files that are left out.
  public var exclude = PathPatterns.flake8Default
  /// How rules work.
  public var options = PythonOptions()
  /// Whether `# noqa` means nothing.
  public var disablesNoqa = false

  /// flake8's defaults.
  public init() {}

  /// Codes that are off in the files that a pattern means.
  public struct PerFileIgnore: Sendable {
    let patterns: PathPatterns
    let codes: [String]
  }
}

extension Flake8Configuration {
  /// The selection for one file, given its absolute path.
  ///
  /// Of several entries that mean the file, the one with the longest pattern holds.
  func selection(for path: FilePath) -> Flake8Selection {
    let entries = perFileIgnores.compactMap { entry in
      entry.patterns.longestMatch(with: path).map { (length: $0, codes: entry.codes) }
    }
    guard let length = entries.map(\.length).max(),
      let entry = entries.first(where: { $0.length == length })
    else { return selection }
    var selection = selection
    selection.extendIgnore += entry.codes
    return selection
  }
}
