import Diagnostics
import Glibc

/// The programs of this host.
struct HostTools {
  private let directories: [String]

  /// Looks in the directories of `path`, and in those for administrators.
  init(_ path: String) {
    directories =
      path.split(separator: ":").map(String.init) + ["/usr/local/sbin", "/usr/sbin", "/sbin"]
  }

  /// - Throws: `MissingTools` that names all that are missing.
  func require(_ tools: [String]) throws(MissingTools) {
    let missing = Set(tools).filter { tool in
      !directories.contains { access("\($0)/\(tool)", X_OK) == 0 }
    }
    if !missing.isEmpty { throw MissingTools(names: missing.sorted()) }
  }
}

/// Programs that a build would call and this host does not have.
struct MissingTools: Error, CustomStringConvertible {
  let names: [String]

  var description: String {
    let packages = Set(names.map { Self.packages[$0] ?? $0 }).sorted().joined(separator: " ")
    return """
      missing: \(names.joined(separator: ", "))
        hint: `apt-get install \(packages)`
      """
  }

  /// Debian's packages.
  private static let packages = [
    "cp": "coreutils", "debugfs": "e2fsprogs", "du": "coreutils", "fstrim": "util-linux",
    "ip": "iproute2",
    "lvcreate": "lvm2", "mcopy": "mtools",
    "mke2fs": "e2fsprogs", "mkfs.btrfs": "btrfs-progs", "mkfs.erofs": "erofs-utils",
    "mkfs.ext2": "e2fsprogs", "mkfs.ext3": "e2fsprogs", "mkfs.ext4": "e2fsprogs",
    "mkfs.f2fs": "f2fs-tools", "mkfs.fat": "dosfstools", "mkfs.jfs": "jfsutils",
    "mkfs.msdos": "dosfstools", "mkfs.ntfs": "ntfs-3g", "mkfs.vfat": "dosfstools",
    "mkfs.xfs": "xfsprogs",
    "mksquashfs": "squashfs-tools",
    "mkswap": "util-linux", "modprobe": "kmod", "mount": "mount", "pvcreate": "lvm2",
    "qemu-img": "qemu-utils", "slirp-fullbolt": "slirp", "thin_check": "thin-provisioning-tools",
    "vgchange": "lvm2",
    "vgcreate": "lvm2",
  ]
}
