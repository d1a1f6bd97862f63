import Diagnostics
import Documents
import SystemPackage

/// Turns the written tree into a list of entries.
struct BlockDeviceFlattener {
  private(set) var reader: FormatReader
  private var entries: [BlockDeviceEntry] = []

  init(_ path: FilePath) { reader = FormatReader(path, unreadable: .invalidBlockDevice) }

  mutating func entries(of bytes: [UInt8]) -> [BlockDeviceEntry] {
    guard let root = reader.yaml(bytes) else {
      if reader.problems.isEmpty { reportEmpty() }
      return []
    }
    guard let items = root.sequence else {
      report(
        "the configuration is a \(root.kindName), not a list", at: root,
        hint: "start each module with `- `")
      return []
    }
    for item in items { addItem(item) }
    return entries
  }

  private mutating func addItem(_ item: DocumentNode) {
    guard let pairs = item.mapping, pairs.count == 1, let pair = pairs.first else {
      return report(
        "each item is a mapping with one module as its key", at: item,
        hint: "write `- MODULE:` with the module's settings below it, indented further")
    }
    guard BlockDeviceEntry.modules.contains(pair.key.text ?? "") else {
      return report(
        "`\(pair.key.text ?? "")` is no module", at: pair.key,
        hint: suggestion(for: pair.key.text ?? ""))
    }
    add(pair, inside: nil)
  }

  private mutating func add(_ pair: DocumentNode.Pair, inside parent: String?) {
    guard pair.value.mapping != nil || pair.value.isNull else {
      return report(
        "the settings of `\(pair.key.text ?? "")` are a \(pair.value.kindName), not a mapping",
        at: pair.value, hint: "write `key: value` rows")
    }
    guard let entry = entry(pair, inside: parent) else {
      return report(
        "`\(pair.key.text ?? "")` has neither `name` nor `base`", at: pair.key,
        hint: "give it a `base`")
    }
    addNested(in: pair.value, named: entry.name)
    entries.append(entry)
  }

  private mutating func addNested(in node: DocumentNode, named name: String) {
    for pair in node.mapping ?? [] {
      if pair.key.string == "partitions" {
        // Modules inside a partition belong to the partition.
        for partition in pair.value.sequence ?? [] {
          addNested(in: partition, named: partition["name"]?.text ?? "")
        }
      } else if BlockDeviceEntry.modules.contains(pair.key.string ?? "") {
        add(pair, inside: name)
      }
    }
  }

  private func entry(_ pair: DocumentNode.Pair, inside parent: String?) -> BlockDeviceEntry? {
    let module = pair.key.text ?? ""
    let base = pair.value["base"]?.text ?? parent
    guard let name = pair.value["name"]?.text ?? base.map({ "\(module)_\($0)" }) else {
      return nil
    }
    return BlockDeviceEntry(
      module: module, name: name, base: base, location: reader.location(of: pair.key),
      configuration: pair.value)
  }

  private func suggestion(for module: String) -> String {
    closestName(to: module, among: BlockDeviceEntry.modules).map { "did you mean `\($0)`?" }
      ?? "use one of \(BlockDeviceEntry.modules.sorted().map { "`\($0)`" }.joined(separator: ", "))"
  }

  private mutating func reportEmpty() {
    reader.report(
      FormatProblem(
        .invalidBlockDevice, "the configuration is empty", at: SourceLocation(reader.path),
        hint: "write a list of modules, or remove the file"))
  }

  private mutating func report(_ message: String, at node: DocumentNode, hint: String) {
    reader.report(.invalidBlockDevice, message, at: node, hint: hint)
  }
}
