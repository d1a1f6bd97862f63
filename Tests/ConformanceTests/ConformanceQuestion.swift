import Diagnostics
import Documents
import ElementModel
import SystemPackage

/// What a `case.yaml` asks: `ask`, the kind of question, and what it is about.
struct ConformanceQuestion {
  private let node: DocumentNode
  private let given: FilePath

  init(_ node: DocumentNode, given: FilePath) {
    self.node = node
    self.given = given
  }

  func answer() throws -> [String] {
    switch text("ask") {
    case "resolve": try resolved().names.map(\.rawValue)
    case "hook-tree":
      try hookTree().entries.map { "\($0.path)\(suffix(of: $0.file)) \($0.element)" }
    case "hooks": try hooks().map(\.name)
    case "environment": try hookTree().environmentFiles.map(\.name)
    case "packages": try packages()
    case "pkg-map": try translations()
    case "svc-map": try services()
    default: ["`\(text("ask"))` is no question"]
    }
  }

  /// The fact that the case proves; empty for one beyond the facts.
  var fact: String { text("fact") }

  /// How the program is asked the same; nil where it has no say in it.
  var call: (elements: [String], path: String)? {
    guard ["resolve", "hook-tree"].contains(text("ask")) else { return nil }
    return (texts("elements"), searchPath.map(\.string).joined(separator: ":"))
  }

  private func text(_ key: String) -> String { node[key]?.text ?? "" }

  private func texts(_ key: String) -> [String] { node[key]?.sequence?.compactMap(\.text) ?? [] }

  private var searchPath: [FilePath] {
    let directories = node["search-path"] == nil ? ["elements"] : texts("search-path")
    return directories.map { $0.isEmpty ? "" : given.appending($0) }
  }

  private func tree() throws -> ElementTree { try ElementTree.discover(in: searchPath) }

  /// Only questions about resolution need an operating system.
  private func resolved() throws -> ResolvedElements {
    try ElementResolver(try tree()).resolve(
      texts("elements").map { ElementName($0) },
      requiringOperatingSystem: text("ask") == "resolve")
  }

  private func hookTree() throws -> HookTree { try HookTree(merging: try resolved()) }

  private func hooks() throws -> [Hook] {
    guard let phase = HookPhase(rawValue: text("phase")) else { return [] }
    return try hookTree().hooks(in: phase)
  }

  private func suffix(of file: ElementFile) -> String {
    switch file.kind {
    case .directory: "/"
    case .symlink(let target): " -> \(target)"
    case .regular, .other: file.isExecutable ? "*" : ""
    }
  }

  private var environment: [String: String] {
    let pairs = (node["environment"]?.mapping ?? []).map {
      ($0.key.text ?? "", $0.value.text ?? "")
    }
    return Dictionary(uniqueKeysWithValues: pairs)
  }

  /// What hooks of `extra-data.d` see when the elements in question are built.
  func hookEnvironment() throws -> [String: String] {
    let elements = try resolved().elements
    return environment.merging([
      "ARCH": text("architecture"),
      "ELEMENTS_PATH": try tree().searchPath.map(\.string).joined(separator: ":"),
      "IMAGE_ELEMENT": elements.map(\.name.rawValue).joined(separator: " "),
      "IMAGE_ELEMENT_YAML": elements.map { "\($0.name): \($0.path)\n" }.joined(),
    ]) { $1 }
  }

  private func packages() throws -> [String] {
    let context = PackageContext(architecture: text("architecture"), variables: environment)
    let selection = try PackageSelection(of: try resolved(), in: try tree(), context)
    return selection.phases.sorted { $0.key < $1.key }.flatMap { name, phase in
      phase.install.map { "\(name) install \($0.name) \($0.element)" }
        + phase.uninstall.map { "\(name) uninstall \($0.name) \($0.element)" }
    }
  }

  private func translations() throws -> [String] {
    let file = try tree().sorted.first?.file("pkg-map")
    let map = PackageMap.parse(try file?.contents() ?? [], path: "pkg-map").value
    return texts("names").map { name in
      let names = map.names(for: name, distro: text("distro"), release: text("release"))
      return "\(name): \(names.map { "[\($0.joined(separator: ", "))]" } ?? "not mapped")"
    }
  }

  private func services() throws -> [String] {
    let table = try ServiceTable(of: try resolved())
    return texts("names").map { "\($0): \(table.name(of: $0, on: text("distro")))" }
  }
}
