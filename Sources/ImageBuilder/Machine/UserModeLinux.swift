import Sandbox
import SystemPackage

/// Linux as a program of the host (https://docs.kernel.org/virt/uml/user_mode_linux_howto_v2.html).
enum UserModeLinux {
  /// Debian's `user-mode-linux` has it here; nil where it is not installed.
  static var program: FilePath? {
    let path: FilePath = "/usr/bin/linux.uml"
    return FileStatus(path, following: true) == nil ? nil : path
  }
}
