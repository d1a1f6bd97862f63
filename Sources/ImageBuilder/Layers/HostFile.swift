import ElementModel
import Glibc
import Sandbox
import SystemPackage

/// Files of the build host that a host-side hook read and that decide what it does.
enum HostFile {
  private static let readLimit = 8 << 20

  /// The digest of a file's content, or of a large one's size, time and number; nil when there is
  /// no such file any more.
  static func digest(of path: String) -> ContentDigest? {
    let path = FilePath(path)
    guard let status = FileStatus(path, following: true), status.kind == .regular else {
      return nil
    }
    guard status.size <= readLimit else {
      let time = status.modified
      return ContentDigest(
        ofText: "\(status.size) \(time.tv_sec) \(time.tv_nsec) \(status.inode)")
    }
    return (try? path.contents(limit: readLimit)).map { ContentDigest(of: $0) }
  }

  /// Whether a file that was opened is an input of the hook, and not of the programs it ran.
  ///
  /// The host's own programs and libraries are taken as given, as every builder does; what lies in
  /// an element never is, wherever elements are installed. The directories of the `elements` end in
  /// a slash.
  static func isInput(_ path: String, elements: [String]) -> Bool {
    // Hooks open thousands of files, so paths are compared as texts.
    let isOfHost =
      systemDirectories.contains { path.hasPrefix($0) } || resolverFiles.contains(path)
    return !isOfHost || elements.contains { path.hasPrefix($0) }
  }

  private static let systemDirectories = [
    "/bin/", "/boot/", "/dev/", "/etc/alternatives/", "/etc/pam.d/", "/etc/security/", "/etc/ssl/",
    "/etc/sudoers", "/lib/", "/lib32/", "/lib64/", "/libx32/", "/opt/", "/proc/", "/run/", "/sbin/",
    "/sys/", "/usr/",
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
