import ElementModel
import Sandbox
import SystemPackage

/// Files of the build host that a host-side hook read and that decide what it does.
enum HostFile {
  /// The digest of a file's content; nil when there is no such file any more.
  static func digest(of path: String) -> ContentDigest? {
    guard let bytes = try? FilePath(path).contents(limit: 8 << 20) else { return nil }
    return ContentDigest(of: bytes)
  }

  /// Whether a file that was opened is an input of the hook, and not of the programs it ran.
  ///
  /// The host's own programs and libraries are taken as given, as every builder does.
  static func isInput(_ path: String) -> Bool {
    !systemDirectories.contains { path.hasPrefix($0) } && !resolverFiles.contains(path)
  }

  private static let systemDirectories = [
    "/bin/", "/boot/", "/dev/", "/etc/alternatives/", "/etc/pam.d/", "/etc/security/", "/etc/ssl/",
    "/etc/sudoers", "/lib", "/opt/", "/proc/", "/run/", "/sbin/", "/sys/", "/usr/",
    "/var/cache/", "/var/lib/", "/var/log/", "/var/run/",
  ]

  /// What the C library reads in every program.
  private static let resolverFiles: Set<String> = [
    "/etc/gai.conf", "/etc/group", "/etc/gshadow", "/etc/host.conf", "/etc/hostname", "/etc/hosts",
    "/etc/inputrc", "/etc/ld.so.cache", "/etc/ld.so.preload", "/etc/locale.alias",
    "/etc/localtime", "/etc/magic", "/etc/magic.mime", "/etc/mtab", "/etc/nsswitch.conf",
    "/etc/passwd", "/etc/protocols", "/etc/resolv.conf", "/etc/services", "/etc/shadow",
  ]
}
