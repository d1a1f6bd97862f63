import ElementModel
import SystemPackage

/// Which elements' files the hooks of a phase can depend on.
///
/// Hooks of `root.d` run before anything else is in place, and their layers are worth sharing by
/// all builds of one base: they depend on the elements that have such hooks, and on what those
/// need. All other hooks may use any file of any element.
struct HookScope {
  let elements: [Element]
  /// Environment files that set nothing which the scope mentions.
  let irrelevantEnvironmentFiles: [String]

  /// The scope of `phase` in a build of `resolved`.
  init(_ phase: HookPhase, in resolved: ResolvedElements, _ tree: HookTree) throws {
    guard phase == .root else {
      elements = resolved.elements
      irrelevantEnvironmentFiles = []
      return
    }
    let owners = Set(tree.hooks(in: .root).map(\.element))
    let closure = Self.closure(of: owners, in: resolved)
    elements = resolved.elements.filter { closure.contains($0.name) }
    irrelevantEnvironmentFiles = try Self.irrelevant(tree.environmentFiles, to: elements)
  }

  /// The elements, and all that they depend on.
  private static func closure(
    of names: Set<ElementName>, in resolved: ResolvedElements
  ) -> Set<ElementName> {
    var closure: Set<ElementName> = []
    var rest = Array(names)
    while let name = rest.popLast() {
      guard closure.insert(name).inserted, let element = resolved[name] else { continue }
      rest += element.dependencies.map { resolved.provided[$0.name] ?? $0.name }
    }
    return closure
  }

  /// Digest of the names, kinds and modes of all files but the hooks themselves, each of which is
  /// the input of its own layer only.
  var structure: ContentDigest {
    var builder = ContentDigest.Builder()
    for element in elements.sorted(by: { $0.name < $1.name }) {
      builder.combine(element.name.rawValue)
      for file in element.files where Self.isVisible(file) {
        builder.combine(file.relativePath.string)
        builder.combine("\(file.kind) \(file.mode)")
      }
    }
    return builder.digest
  }

  private static func isVisible(_ file: ElementFile) -> Bool {
    let components = file.relativePath.components.map(\.string)
    guard let first = components.first else { return false }
    if ["tests", "test-elements", "__pycache__", "environment.d"].contains(first) { return false }
    if components.count == 1 { return !first.hasPrefix("README") }
    let isHook =
      HookPhase(rawValue: first) != nil && components.count == 2
      && RunParts.accepts(components[1]) && file.kind != .directory
    return !isHook
  }

  /// The files that set nothing which a script of `elements` mentions, or another file that matters
  /// expands.
  ///
  /// A file of `elements` themselves that sets nothing at all may be there to stop the build.
  private static func irrelevant(
    _ files: [HookTreeEntry], to elements: [Element]
  ) throws -> [String] {
    let own = Set(elements.map(\.name))
    let scripts = try RootScripts(elements).names
    var expanded = MentionedNames()
    var rest = try files.map { try EnvironmentFile($0, isOwn: own.contains($0.element)) }
    while let found = rest.firstIndex(where: { $0.matters(to: scripts, expanded) }) {
      expanded.addExpansions(of: rest.remove(at: found).contents)
    }
    return rest.map(\.name)
  }
}

/// A file of `environment.d` and what it sets.
private struct EnvironmentFile {
  let name: String
  let contents: [UInt8]
  private let assigned: [Identifiers.Assignment]
  private let isOwn: Bool

  init(_ entry: HookTreeEntry, isOwn: Bool) throws {
    name = entry.path.lastComponent?.string ?? ""
    contents = try entry.file.contents()
    assigned = Identifiers.assigned(in: contents)
    self.isOwn = isOwn
  }

  func matters(to scripts: MentionedNames, _ expanded: MentionedNames) -> Bool {
    isOwn && assigned.isEmpty
      || assigned.contains {
        expanded.mention($0.name) || ($0.isVisible && scripts.mention($0.name))
      }
  }
}
