import Diagnostics
import Documents
import SystemPackage

/// Reads one `package-installs` file and collects its problems.
struct PackageInstallsParser {
  private var reader: FormatReader

  init(_ path: FilePath) { reader = FormatReader(path, unreadable: .unreadablePackageFile) }

  var problems: [FormatProblem] { reader.problems }

  mutating func entries(of bytes: [UInt8]) -> [PackageInstalls.Entry] {
    guard let root = reader.jsonOrYAML(bytes), !root.isNull else {
      reportEmpty()
      return []
    }
    let pairs = reader.pairs(
      of: root, "the file", kind: .unreadablePackageFile, hint: "write `package:` rows")
    return pairs.flatMap { entries(of: $0) }
  }

  private mutating func reportEmpty() {
    guard reader.problems.isEmpty else { return }
    reader.report(
      FormatProblem(
        .emptyPackageFile, "the file names no package",
        at: SourceLocation(reader.path), hint: "remove the file, or write `{}`",
        fix: Finding.Fix("write `{}`", edits: [Self.emptyMapping], isSafe: false)))
  }

  private static let emptyMapping = Finding.Edit(
    from: SourcePosition(line: 1), to: SourcePosition(line: 1), text: "{}\n")

  private mutating func entries(of pair: DocumentNode.Pair) -> [PackageInstalls.Entry] {
    guard let package = name(of: pair.key) else { return [] }
    let blank = PackageInstalls.Entry(
      package: package, location: reader.location(of: pair.key))
    if pair.value.isEmpty { return [blank] }
    return (pair.value.sequence ?? [pair.value]).compactMap { entry(blank, $0) }
  }

  private mutating func name(of key: DocumentNode) -> String? {
    guard let text = key.text else { return nil }
    if key.string == nil {
      reader.report(
        .invalidProperty, "package `\(text)` is read as \(key.kindName), not as a name", at: key,
        hint: "put it in quotes")
    }
    return text
  }

  private mutating func entry(
    _ blank: PackageInstalls.Entry, _ node: DocumentNode
  ) -> PackageInstalls.Entry? {
    guard node.mapping != nil else {
      reader.report(
        .invalidProperty, "the parameters of `\(blank.package)` are a \(node.kindName)", at: node,
        hint: "write a mapping, or a list of mappings")
      return nil
    }
    var properties = PackageProperties(blank, node)
    let entry = properties.parse(&reader)
    return entry
  }
}

extension DocumentNode {
  /// Whether a loader takes this for "nothing given".
  fileprivate var isEmpty: Bool {
    switch content {
    case .scalar(let scalar): scalar.kind == .null || scalar.text.isEmpty
    case .sequence(let nodes): nodes.isEmpty
    case .mapping(let pairs): pairs.isEmpty
    }
  }
}
