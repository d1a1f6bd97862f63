import SystemPackage

/// The password and group databases of a rootfs, read as text files.
struct AccountDatabase: Sendable {
  private let users: [String: UserFacts]
  private let groups: [String: GroupFacts]
  private let userNames: [Int: String]
  private let groupNames: [Int: String]

  /// The databases in the texts of `/etc/passwd` and `/etc/group`; of several entries of one name
  /// or number the first counts, as it does for `getpwnam`.
  init(passwd: [UInt8], group: [UInt8]) {
    let groups = Self.fields(of: group, atLeast: 4).compactMap(GroupFacts.init(fields:))
    self.groups = Dictionary(groups.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
    groupNames = Dictionary(
      groups.map { ($0.id, $0.name) }, uniquingKeysWith: { first, _ in first })
    let names = groupNames
    let users = Self.fields(of: passwd, atLeast: 7).compactMap(UserFacts.init(fields:)).map {
      $0.joining(groups, primary: names[$0.groupID])
    }
    self.users = Dictionary(users.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
    userNames = Dictionary(users.map { ($0.id, $0.name) }, uniquingKeysWith: { first, _ in first })
  }

  func user(named name: String) -> UserFacts? { users[name] }

  func group(named name: String) -> GroupFacts? { groups[name] }

  /// The name of a user; the number as text when it has none.
  func nameOfUser(_ id: Int) -> String { userNames[id] ?? String(id) }

  /// The name of a group; the number as text when it has none.
  func nameOfGroup(_ id: Int) -> String { groupNames[id] ?? String(id) }

  /// The fields of the lines that have enough of them; glibc skips the others, too.
  private static func fields(of bytes: [UInt8], atLeast count: Int) -> [[String]] {
    String(decoding: bytes, as: UTF8.self).lines(omittingLastEmpty: true).map {
      $0.split(separator: ":", omittingEmptySubsequences: false).map(String.init)
    }.filter { $0.count >= count }
  }
}

extension UserFacts {
  /// name:password:uid:gid:comment:home:shell
  fileprivate init?(fields: [String]) {
    guard let id = Int(fields[2]), let groupID = Int(fields[3]) else { return nil }
    self.init(
      name: fields[0], id: id, groupID: groupID, home: FilePath(fields[5]),
      shell: FilePath(fields[6].isEmpty ? "/bin/sh" : fields[6]))
  }

  fileprivate func joining(_ groups: [GroupFacts], primary: String?) -> UserFacts {
    var user = self
    let supplementary = groups.filter { $0.members.contains(name) }.map(\.name)
    user.groups = Set(supplementary + [primary].compactMap(\.self)).sorted()
    return user
  }
}

extension GroupFacts {
  /// name:password:gid:member,member
  fileprivate init?(fields: [String]) {
    guard let id = Int(fields[2]) else { return nil }
    self.init(name: fields[0], id: id, members: fields[3].split(separator: ",").map(String.init))
  }
}
