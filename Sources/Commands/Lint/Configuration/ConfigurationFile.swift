import Diagnostics
import Documents
import Sandbox
import SystemPackage

/// `tie-check.yaml`: the settings of a repository.
struct ConfigurationFile {
  /// The first one wins.
  private static let names = ["tie-check.yaml", ".tie-check.yaml"]
  private let path: FilePath

  /// The file at `path`, whatever its name.
  init(at path: FilePath) { self.path = path }

  /// The nearest one in a directory or above it, up to the root of its repository.
  init?(seenFrom directory: FilePath) {
    let places = directory.upToRepositoryOrRoot.flatMap { place in
      Self.names.map { place.appending($0) }
    }
    guard let path = places.first(where: { FileStatus($0, following: true) != nil }) else {
      return nil
    }
    self.path = path
  }

  /// The settings; all that is wrong with them is one error.
  func configuration() throws -> LintConfiguration {
    let document = try YAMLDocument(parsing: try bytes(), path: path)
    var problems = ProblemCollector()
    problems.add(
      document.problems.map { InputError($0.message, at: $0.location, hint: $0.hint) })
    var configuration = LintConfiguration()
    for pair in try pairs(document) {
      _ = problems.check { try read(pair, into: &configuration) }
    }
    try problems.throwAny()
    return configuration
  }

  private func bytes() throws(InputError) -> [UInt8] {
    do throws(Errno) { return try path.contents(limit: 1 << 20) } catch {
      throw InputError("cannot be read: \(error)", at: SourceLocation(path), hint: "check the path")
    }
  }

  private func pairs(_ document: YAMLDocument) throws(InputError) -> [DocumentNode.Pair] {
    guard let root = document.root, !root.isNull else { return [] }
    guard let pairs = root.mapping else {
      throw InputError(
        "the settings are a mapping, not a \(root.kindName)",
        at: SourceLocation(path, root.start), hint: "write `key: value`, one a line")
    }
    return pairs
  }

  private func read(
    _ pair: DocumentNode.Pair, into configuration: inout LintConfiguration
  ) throws(InputError) {
    let name = pair.key.text ?? ""
    let keys = ConfigurationKey.all
    guard let key = keys.first(where: { $0.name == name }) else {
      let names = keys.map(\.name)
      let closest = closestName(to: name, among: names)
      throw InputError(
        "there is no key `\(name)`",
        at: SourceLocation(path, pair.key.start, to: pair.key.end),
        hint: closest.map { "did you mean `\($0)`?" } ?? "use \(names.joined(separator: ", "))")
    }
    // A key without a value says nothing.
    guard !pair.value.isNull else { return }
    try key.read(ConfigurationValue(key: name, node: pair.value, file: path), &configuration)
  }
}
