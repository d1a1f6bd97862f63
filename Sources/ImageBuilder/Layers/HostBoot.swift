import Sandbox
import SystemPackage

/// Which boot of the host this is.
enum HostBoot {
  /// The kernel's random identifier of the boot.
  static var current: String {
    let bytes = (try? FilePath("/proc/sys/kernel/random/boot_id").contents()) ?? []
    return String(decoding: bytes, as: UTF8.self).filter { !$0.isNewline }
  }
}
