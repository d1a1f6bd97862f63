import Glibc
import Sandbox
import SystemPackage

/// The host's wall clock.
enum HostClock {
  /// Seconds since 1970-01-01 UTC.
  static var now: Double {
    var time = timespec()
    clock_gettime(CLOCK_REALTIME, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
}

/// Which boot of the host this is.
enum HostBoot {
  /// The kernel's random identifier of the boot.
  static var current: String {
    let bytes = (try? FilePath("/proc/sys/kernel/random/boot_id").contents()) ?? []
    return String(decoding: bytes, as: UTF8.self).filter { !$0.isNewline }
  }
}
