import Diagnostics
import SystemPackage

/// A file, directory or link of an element, as found when the element was read.
public struct ElementFile: Hashable, Sendable {
  /// The path inside the element.
  public internal(set) var relativePath: FilePath
  /// The names on the way from the element to the file, so that nobody has to take paths apart.
  var components: [String]
  /// The absolute path.
  public internal(set) var path: FilePath
  /// Where the file was found, wherever it is to be.
  package let source: FilePath
  /// The type of the file itself.
  public let kind: Kind
  /// The permission bits (`07777`) of the file itself; those of a link mean nothing.
  public internal(set) var mode: UInt16
  /// The bytes of the file itself.
  public internal(set) var size: Int
  /// Where a link leads; nothing for a dangling one, and for what is no link.
  let destination: Destination?
  /// What the file is to hold instead of what was found; nothing when it stays as it is.
  package internal(set) var draft: [UInt8]?

  /// The type of a file.
  public enum Kind: Hashable, Sendable {
    case regular, directory, symlink(target: FilePath), other
  }

  /// What a link leads to, all links followed.
  struct Destination: Hashable, Sendable {
    let kind: Kind
    let mode: UInt16
  }

  init(
    relativePath: FilePath, components: [String], path: FilePath, kind: Kind,
    status: FileStatus, destination: Destination? = nil
  ) {
    self.relativePath = relativePath
    self.components = components
    self.path = path
    source = path
    self.kind = kind
    mode = status.mode
    size = status.size
    self.destination = destination
  }
}

extension ElementFile {
  /// The name in its directory.
  public var name: String { components.last ?? "" }

  /// Whether this is a link.
  public var isSymlink: Bool {
    if case .symlink = kind { true } else { false }
  }

  /// Whether this is a link that leads nowhere.
  public var isDangling: Bool { isSymlink && destination == nil }

  /// Whether this is a regular file, or a link to one.
  public var isRegular: Bool { kind == .regular || destination?.kind == .regular }

  /// Whether this is a directory, or a link to one.
  public var isDirectory: Bool { kind == .directory || destination?.kind == .directory }

  /// Whether this is a regular file, or a link to one, that anyone may execute.
  public var isExecutable: Bool { isRegular && (destination?.mode ?? mode) & 0o111 != 0 }

  /// The first bytes of a regular file, as many as there are.
  package func start(_ count: Int) throws(InputError) -> [UInt8] {
    if let draft { return Array(draft.prefix(count)) }
    return isRegular ? try FileReader.start(of: source, count) : []
  }

  /// The bytes of a regular file, links followed; read anew at each call, unless there is a draft.
  public func contents() throws(InputError) -> [UInt8] {
    guard isRegular else {
      throw InputError(
        isDangling ? "the link leads nowhere" : "this is no regular file", at: SourceLocation(path),
        hint: "replace it by a regular file")
    }
    if let draft { return draft }
    return try FileReader.contents(of: source)
  }
}
