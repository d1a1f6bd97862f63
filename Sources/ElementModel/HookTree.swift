import Diagnostics
import SystemPackage

/// What the hook directories and files of all elements of a build are merged to.
public struct HookTree: Sendable {
  /// In byte order of the paths.
  public let entries: [HookTreeEntry]

  /// Merges the elements in order.
  ///
  /// Two elements with the same file in the same first-level directory do not go together and are
  /// an error. Nested directories and top-level files are merged without a check: later elements
  /// win.
  public init(merging resolved: ResolvedElements) throws(InputError) {
    var merge = HookTreeMerge()
    for element in resolved.elements { try merge.add(element) }
    entries = merge.entries.values.sorted { $0.path.precedesInBytes($1.path) }
  }

  /// The entries of a directory of the tree, in byte order.
  public func entries(in directory: FilePath) -> [HookTreeEntry] {
    let components = directory.components.map(\.string)
    return entries.filter { $0.file.components.dropLast().elementsEqual(components) }
  }

  /// The hooks of a phase that are run, in run order.
  public func hooks(in phase: HookPhase) -> [Hook] {
    entries(in: FilePath(phase.rawValue))
      .filter { $0.file.isExecutable && RunParts.accepts($0.name) }
      .sorted { RunParts.precedes($0.name, $1.name) }
      .map {
        Hook(
          name: $0.name, number: RunParts.number(of: $0.name), phase: phase, element: $0.element,
          file: $0.file)
      }
  }

  /// The files that are sourced before each phase, in order, which is by bytes, not by number.
  public var environmentFiles: [HookTreeEntry] {
    entries(in: "environment.d")
      .filter { $0.file.isRegular && RunParts.acceptsEnvironment($0.name) }
  }
}

/// A file or directory of a hook tree.
public struct HookTreeEntry: Hashable, Sendable {
  /// The path in the hook tree.
  public let path: FilePath
  /// The element it comes from; for a directory of several elements, the last of them.
  public let element: ElementName
  /// The file as it is in its element.
  public let file: ElementFile

  /// The name in its directory.
  public var name: String { file.name }
}
