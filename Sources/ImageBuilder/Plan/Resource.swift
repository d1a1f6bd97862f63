import ElementModel

/// What a build holds while it works. Closed, like the operations.
public enum Resource: Sendable, Codable, Equatable {
  /// The working directories of one build, removed at its end.
  case workspace
  /// The merged hook tree: path in the tree and the file it is copied from.
  case hookTree([HookTreeItem])
  /// A reusable state of the rootfs: the body runs only when the store has no such layer.
  case layer(LayerInputs)
  /// The disk, made of the tree so far and attached; its file systems are the rootfs from here on.
  case disk(DiskLayout)
  /// A virtual machine, in which the body runs.
  case machine
}

/// A file, directory or link of the merged hook tree.
public struct HookTreeItem: Sendable, Codable, Equatable {
  /// Relative to the tree.
  public var path: String
  /// Where its content comes from.
  public var source: Source
  /// The element it belongs to; nil for what the builder itself adds.
  public var element: ElementName?

  /// The item at `path`, made from `source`.
  public init(path: String, source: Source, element: ElementName? = nil) {
    self.path = path
    self.source = source
    self.element = element
  }

  /// Where an item's content comes from.
  public enum Source: Sendable, Codable, Equatable {
    /// A copy of the file, directory or link at this absolute path, with its mode.
    case file(String)
    /// A file with this text, mode 0644.
    case text(String)
  }
}

/// What is known before a layer's body runs, and therefore decides whether it has to.
///
/// What the body reads beyond this is recorded while it runs: see `LayerRecord`.
public struct LayerInputs: Sendable, Codable, Equatable {
  /// `install.d/50-iptables`, or what the builder itself does.
  public var title: String
  /// The phase whose environment the operation sees; nil for the builder's own edits.
  public var phase: HookPhase?
  /// Digest of the operation: the hook's text and mode, or the edit.
  public var operation: ContentDigest
  /// Digest of each `environment.d` file that is sourced first, by name and in order.
  public var environmentFiles: [NamedDigest]
  /// Names, kinds and modes of the files that the operation can see.
  public var structure: ContentDigest

  /// The inputs of the layer `title`.
  public init(
    title: String, phase: HookPhase? = nil, operation: ContentDigest,
    environmentFiles: [NamedDigest] = [], structure: ContentDigest
  ) {
    self.title = title
    self.phase = phase
    self.operation = operation
    self.environmentFiles = environmentFiles
    self.structure = structure
  }
}

/// A name and the digest of what it stands for.
public struct NamedDigest: Sendable, Codable, Equatable, Hashable {
  /// The name.
  public var name: String
  /// The digest of what it stands for.
  public var digest: ContentDigest

  /// The digest of what `name` stands for.
  public init(_ name: String, _ digest: ContentDigest) {
    self.name = name
    self.digest = digest
  }
}

extension Resource: CustomStringConvertible {
  /// The kind, and of a layer its title.
  public var description: String {
    switch self {
    case .workspace: "workspace"
    case .hookTree: "hook tree"
    case .layer(let inputs): "layer \(inputs.title)"
    case .disk(let layout): "disk \(layout.disks.map(\.name).joined(separator: ", "))"
    case .machine: "virtual machine"
    }
  }
}
