import Diagnostics
import SystemPackage

/// What `package-installs.yaml` or `.json` asks for.
public struct PackageInstalls: Sendable, Equatable {
  /// In the order of the file; a package with a list of parameters has several.
  public var entries: [Entry]

  /// What a file with these entries asks for.
  public init(entries: [Entry] = []) { self.entries = entries }

  /// One reason to install or remove a package.
  public struct Entry: Sendable, Equatable {
    /// The name before `pkg-map`.
    public let package: String
    /// The package's key.
    public let location: SourceLocation
    /// The phase directory; not all that is written here is a phase.
    public internal(set) var phase = HookPhase.install.rawValue
    /// What is done in that phase.
    public internal(set) var action = Action.install
    /// The install type to which the entry is restricted.
    public internal(set) var installType: String?
    /// The architectures to which the entry is restricted.
    public internal(set) var architectures: [String]?
    /// The architectures from which the entry is excluded.
    public internal(set) var excludedArchitectures: [String]?
    /// The value of `DIB_PYTHON_VERSION` to which the entry is restricted.
    public internal(set) var pythonVersion: String?
    /// Comparisons of variables that must all hold.
    public internal(set) var conditions: [PackageCondition] = []

    init(package: String, location: SourceLocation) {
      self.package = package
      self.location = location
    }
  }

  /// What is done with a package.
  public enum Action: Hashable, Sendable, Codable {
    case install, uninstall
    /// Installed at the start of the phase and removed at its end.
    case buildOnly
  }

  /// Reads a file; as the reference implementation does, as JSON first and then as YAML.
  public static func parse(
    _ bytes: [UInt8], path: FilePath
  ) -> (value: PackageInstalls, problems: [FormatProblem]) {
    var parser = PackageInstallsParser(path)
    let entries = parser.entries(of: bytes)
    return (PackageInstalls(entries: entries), parser.problems)
  }

  /// Reads the files of an element; both together are a problem, but both count, JSON first.
  public static func read(
    from element: Element
  ) throws(InputError) -> (value: PackageInstalls, problems: [FormatProblem]) {
    var result = (value: PackageInstalls(), problems: [FormatProblem]())
    let files = fileNames.compactMap { element.file($0) }.filter(\.isRegular)
    for file in files {
      let (value, problems) = parse(try file.contents(), path: file.path)
      result.value.entries += value.entries
      result.problems += problems
    }
    if files.count > 1 { result.problems.append(twoFiles(files[1], beside: files[0])) }
    return result
  }

  /// The files' names, in the order in which they are read.
  public static let fileNames: [FilePath] = ["package-installs.json", "package-installs.yaml"]

  /// The entries that apply; ends with an error where the reference implementation would.
  public func selected(
    for context: PackageContext, in element: ElementName
  ) throws(InputError) -> [Entry] {
    var selected: [Entry] = []
    for entry in entries where try context.allows(entry, of: element) { selected.append(entry) }
    return selected
  }

  private static func twoFiles(_ file: ElementFile, beside other: ElementFile) -> FormatProblem {
    FormatProblem(
      .twoPackageFiles, "`\(file.name)` stands beside `\(other.name)`",
      at: SourceLocation(file.path), hint: "move everything to `\(file.name)`",
      notes: [Finding.Note("the other file", at: SourceLocation(other.path))])
  }
}
