import Glibc
import Sandbox
import SystemPackage

/// Linux as a program of the host (https://docs.kernel.org/virt/uml/user_mode_linux_howto_v2.html).
enum UserModeLinux {
  /// Debian's `user-mode-linux` has it here; nil where it is not installed.
  static var program: FilePath? {
    let path: FilePath = "/usr/bin/linux.uml"
    return FileStatus(path, following: true) == nil ? nil : path
  }

  /// Where its modules lie, by versions.
  static let modules: FilePath = "/usr/lib/uml/modules"

  /// What disks need; a kernel may have some of it built in.
  static let neededModules = [
    "loop", "overlay", "nls_cp437", "nls_ascii", "nls_iso8859-1", "nls_utf8", "vfat", "dm-mod",
    "dm-thin-pool", "dm-snapshot", "dm-mirror", "dm-raid", "dm-crypt", "dm-verity",
  ]

  /// MiB: a quarter of the host's, within reason.
  static var memory: Int {
    memory(pages: sysconf(Int32(_SC_PHYS_PAGES)), of: sysconf(Int32(_SC_PAGESIZE)))
  }

  /// The same for a host with that many pages of `size` bytes.
  static func memory(pages: Int, of size: Int) -> Int {
    min(2048, max(512, ((pages * size) >> 20) / 4))
  }
}
