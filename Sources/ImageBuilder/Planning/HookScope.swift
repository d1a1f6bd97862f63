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

  /// The files that set nothing which a script of `elements`, or another file that matters, mentions.
  ///
  /// A file of `elements` themselves that sets nothing at all may be there to stop the build.
  private static func irrelevant(
    _ files: [HookTreeEntry], to elements: [Element]
  ) throws -> [String] {
    let own = Set(elements.map(\.name))
    var mentioned = try names(in: elements)
    var rest = try files.map { try EnvironmentFile($0, isOwn: own.contains($0.element)) }
    while let found = rest.firstIndex(where: { $0.matters(to: mentioned) }) {
      mentioned.add(rest.remove(at: found).contents)
    }
    return rest.map(\.name)
  }

  private static func names(in elements: [Element]) throws -> MentionedNames {
    var names = MentionedNames()
    for element in elements {
      for file in element.files where file.kind == .regular && isScript(file) {
        names.add(try file.contents())
      }
    }
    return names
  }

  /// Files that `root.d` can read or run: no tests, no documentation, no other phase.
  private static func isScript(_ file: ElementFile) -> Bool {
    guard let first = file.relativePath.components.first?.string else { return false }
    if let phase = HookPhase(rawValue: first) { return phase == .root }
    return !first.hasPrefix("README")
      && !["tests", "test-elements", "environment.d"].contains(first)
  }
}

/// A file of `environment.d` and what it sets.
private struct EnvironmentFile {
  let name: String
  let contents: [UInt8]
  private let assigned: [String]
  private let isOwn: Bool

  init(_ entry: HookTreeEntry, isOwn: Bool) throws {
    name = entry.path.lastComponent?.string ?? ""
    contents = try entry.file.contents()
    assigned = Identifiers.assigned(in: contents)
    self.isOwn = isOwn
  }

  func matters(to mentioned: MentionedNames) -> Bool {
    isOwn && assigned.isEmpty || assigned.contains(where: mentioned.mention)
  }
}
