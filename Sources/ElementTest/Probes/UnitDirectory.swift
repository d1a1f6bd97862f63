import Sandbox
import SystemPackage

/// One directory of systemd's search path, listed once.
struct UnitDirectory {
  let path: FilePath
  let names: Set<String>
  /// The names of the links in `*.wants` and `*.requires`.
  private let dependencies: Set<String>
  /// The names of the links to each unit; only those of the administrator count.
  private let aliases: [String: Set<String>]
  private let root: RootedDirectory

  init(_ path: FilePath, _ root: RootedDirectory) throws(Errno) {
    self.path = path
    self.root = root
    let names = try root.children(of: path)
    self.names = Set(names)
    dependencies = try Self.dependencies(in: path, names, root)
    aliases =
      Self.isConfiguration(path) ? try Self.aliases(in: path, names, root) : [:]
  }

  private static func dependencies(
    in path: FilePath, _ names: [String], _ root: RootedDirectory
  ) throws(Errno) -> Set<String> {
    var dependencies = Set<String>()
    for name in names where [".wants", ".requires", ".upholds"].contains(where: name.hasSuffix) {
      let directory = path.appending(name)
      for link in try root.children(of: directory)
      where try root.status(of: directory.appending(link))?.kind == .symbolicLink {
        dependencies.insert(link)
      }
    }
    return dependencies
  }

  private static func aliases(
    in path: FilePath, _ names: [String], _ root: RootedDirectory
  ) throws(Errno) -> [String: Set<String>] {
    var aliases: [String: Set<String>] = [:]
    for name in names {
      guard let target = try root.linkTarget(of: path.appending(name))?.lastComponent?.string
      else { continue }
      if target != name { aliases[target, default: []].insert(name) }
    }
    return aliases
  }

  var isRuntime: Bool { path.starts(with: "/run") }
  /// Whether the administrator's and not the vendor's links are here.
  var isConfiguration: Bool { Self.isConfiguration(path) }

  private static func isConfiguration(_ path: FilePath) -> Bool {
    path.starts(with: "/run") || path.starts(with: "/etc")
  }

  /// What an entry of a unit's name is.
  enum Fragment: Equatable {
    case regular
    case masked(isRuntime: Bool)
    /// A link of the same name to a file elsewhere.
    case linked(isRuntime: Bool)
    /// A link to a unit of another name.
    case alias
  }

  /// The entry `name` of this directory, which stands for `unit`; nil when there is none that leads
  /// anywhere.
  func fragment(named name: String, for unit: UnitName) throws(Errno) -> Fragment? {
    guard names.contains(name) else { return nil }
    let file = path.appending(name)
    guard try root.status(of: file)?.kind == .symbolicLink else {
      return try root.status(of: file)?.size == 0 ? .masked(isRuntime: isRuntime) : .regular
    }
    guard let target = try root.linkTarget(of: file) else { return nil }
    if target == "/dev/null" { return .masked(isRuntime: isRuntime) }
    guard let status = try root.status(of: file, following: true) else { return nil }
    if status.size == 0 { return .masked(isRuntime: isRuntime) }
    if target.lastComponent?.string == name { return .linked(isRuntime: isRuntime) }
    return target.lastComponent?.string == unit.template ? .regular : .alias
  }

  /// Whether, and how, a link here pulls the unit in.
  enum Link: Equatable {
    case none
    /// By a name that the unit's `[Install]` section does not give.
    case indirect
    case direct
  }

  func link(to unit: UnitName, _ install: InstallSection) -> Link {
    if dependencies.contains(unit.name) { return .direct }
    let aliases = aliases[unit.name] ?? []
    if aliases.contains(where: install.aliases.contains) { return .direct }
    guard unit.isTemplate else { return aliases.isEmpty ? .none : .indirect }
    if let instance = install.defaultInstance.flatMap(unit.instance),
      dependencies.contains(instance)
    {
      return .direct
    }
    return aliases.isEmpty && !dependencies.contains(where: unit.isTemplate(of:))
      ? .none : .indirect
  }
}
