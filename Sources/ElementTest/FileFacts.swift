import Glibc
public import SystemPackage

/// What the rootfs says about one file; of a symbolic link, about the link.
public struct FileFacts: Sendable, Equatable {
  /// The kinds of files, named as goss names them.
  public enum Kind: String, Sendable, CaseIterable {
    case file, directory, symlink, socket, pipe
    case characterDevice = "character-device"
    case blockDevice = "block-device"
  }

  /// What kind of file it is.
  public var kind: Kind
  /// The twelve permission bits.
  public var mode: UInt16
  /// The number of the owner.
  public var userID: Int
  /// The number of the group.
  public var groupID: Int
  /// The name of the owner; the number as text where the rootfs has no name for it.
  public var owner: String
  /// The name of the group, likewise.
  public var group: String
  /// In bytes.
  public var size: Int
  /// The text of a symbolic link.
  public var linkTarget: FilePath?

  /// Facts about a file; by default those of an empty file of root's.
  public init(
    kind: Kind = .file, mode: UInt16 = 0o644, userID: Int = 0, groupID: Int = 0,
    owner: String = "root", group: String = "root", size: Int = 0, linkTarget: FilePath? = nil
  ) {
    self.kind = kind
    self.mode = mode
    self.userID = userID
    self.groupID = groupID
    self.owner = owner
    self.group = group
    self.size = size
    self.linkTarget = linkTarget
  }

  /// The mode as goss and `chmod` write it: four octal digits.
  var modeText: String { FileFacts.text(ofMode: mode) }

  static func text(ofMode mode: UInt16) -> String {
    let digits = String(mode, radix: 8)
    return String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  }
}

/// One file of a rootfs, as a walk over all of it meets it.
public struct TreeEntry: Sendable, Equatable {
  /// The absolute path in the rootfs, ended by a zero. Bytes, because a rootfs has many entries, and
  /// to check and take apart the paths of all costs more than the rest of an assertion.
  private let platformString: [CChar]
  /// What kind of file it is.
  public var kind: FileFacts.Kind
  /// The twelve permission bits.
  public var mode: UInt16
  /// In bytes.
  public var size: Int

  /// An entry at the absolute `path`.
  public init(path: FilePath, kind: FileFacts.Kind, mode: UInt16, size: Int = 0) {
    self.init(
      platformString: path.withPlatformString {
        Array(UnsafeBufferPointer(start: $0, count: strlen($0) + 1))
      }, kind: kind, mode: mode, size: size)
  }

  init(platformString: [CChar], kind: FileFacts.Kind, mode: UInt16, size: Int) {
    self.platformString = platformString
    self.kind = kind
    self.mode = mode
    self.size = size
  }
}

extension TreeEntry {
  /// The absolute path in the rootfs.
  public var path: FilePath { FilePath(platformString: platformString) }

  /// Whether this is the directory, or lies somewhere in it.
  func lies(in directory: FilePath) -> Bool {
    directory.withPlatformString { directory in
      let length = strlen(directory)
      guard strncmp(platformString, directory, length) == 0 else { return false }
      return platformString[length] == 0 || platformString[length] == CChar(UInt8(ascii: "/"))
    }
  }
}
