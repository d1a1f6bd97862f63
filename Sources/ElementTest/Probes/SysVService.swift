import Sandbox
import SystemPackage

/// A service with a script in `/etc/init.d` and no unit file.
struct SysVService {
  private let root: RootedDirectory

  init(_ root: RootedDirectory) { self.root = root }

  /// Enabled when a run level that a system boots into starts it.
  func state(of name: String) throws(Errno) -> UnitState {
    guard !name.contains("/"), try root.status(of: FilePath("/etc/init.d").appending(name)) != nil
    else {
      return .notFound
    }
    for level in ["2", "3", "4", "5", "S"] {
      let links = try root.children(of: FilePath("/etc/rc\(level).d"))
      if links.contains(where: { isStart($0, of: name) }) { return .enabled }
    }
    return .disabled
  }

  /// `S` and a number of two digits before the name.
  private func isStart(_ link: String, of name: String) -> Bool {
    link.hasPrefix("S") && link.utf8.count == name.utf8.count + 3 && link.hasSuffix(name)
  }
}
