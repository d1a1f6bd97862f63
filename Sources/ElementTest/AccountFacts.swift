public import SystemPackage

/// An entry of the password database.
public struct UserFacts: Sendable, Equatable {
  /// The login name.
  public var name: String
  /// The user number.
  public var id: Int
  /// The primary group.
  public var groupID: Int
  /// The home directory.
  public var home: FilePath
  /// The login shell.
  public var shell: FilePath
  /// The names of all groups, the primary one included, sorted.
  public var groups: [String]

  /// A user; `groups` includes the primary one.
  public init(
    name: String, id: Int, groupID: Int, home: FilePath = "/", shell: FilePath = "/bin/sh",
    groups: [String] = []
  ) {
    self.name = name
    self.id = id
    self.groupID = groupID
    self.home = home
    self.shell = shell
    self.groups = groups
  }
}

/// An entry of the group database.
public struct GroupFacts: Sendable, Equatable {
  /// The name of the group.
  public var name: String
  /// The group number.
  public var id: Int
  /// The users for whom this is a supplementary group.
  public var members: [String]

  /// A group with its supplementary members.
  public init(name: String, id: Int, members: [String] = []) {
    self.name = name
    self.id = id
    self.members = members
  }
}
