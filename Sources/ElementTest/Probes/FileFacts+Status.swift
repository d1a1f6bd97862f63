import Sandbox
import SystemPackage

extension FileFacts {
  /// What `lstat` says, with the names that the rootfs has for the numbers.
  init(_ status: FileStatus, _ accounts: AccountDatabase, linkTarget: FilePath?) {
    let (user, group) = (Int(status.userID), Int(status.groupID))
    self.init(
      kind: Kind(status.kind), mode: UInt16(truncatingIfNeeded: status.mode), userID: user,
      groupID: group, owner: accounts.nameOfUser(user), group: accounts.nameOfGroup(group),
      size: status.size, linkTarget: linkTarget)
  }
}

extension FileFacts.Kind {
  init(_ kind: FileStatus.Kind) {
    self =
      switch kind {
      case .regular: .file
      case .directory: .directory
      case .symbolicLink: .symlink
      case .characterDevice: .characterDevice
      case .blockDevice: .blockDevice
      case .fifo: .pipe
      case .socket: .socket
      }
  }
}
