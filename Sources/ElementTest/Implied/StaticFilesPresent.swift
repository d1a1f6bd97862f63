import ElementModel
import Glibc
import SystemPackage

/// The files in `static/` of the elements are in the image, with their content and mode.
struct StaticFilesPresent: ImpliedAssertion {
  static let name = "files from static/ are in place"

  /// What copying with the umask of a build leaves of a mode.
  private static let modeMask: UInt16 = 0o7755
  /// What is not copied, wherever it lies: the list that rsync(1) documents for `--cvs-exclude`. A
  /// pattern that ends in `/` is for directories only.
  static let excluded = [
    "RCS", "SCCS", "CVS", "CVS.adm", "RCSLOG", "cvslog.*", "tags", "TAGS", ".make.state",
    ".nse_depinfo", "*~", "#*", ".#*", ",*", "_$*", "*$", "*.old", "*.bak", "*.BAK", "*.orig",
    "*.rej", ".del-*", "*.a", "*.olb", "*.o", "*.obj", "*.so", "*.exe", "*.Z", "*.elc", "*.ln",
    "core", ".svn/", ".git/", ".hg/", ".bzr/",
  ]

  func outcome(_ build: BuildFacts, _ probe: any RootfsProbe) async throws -> ImpliedOutcome {
    let files = build.hooks.files(below: "static", copiedTo: "/")
      .filter { !$0.1.file.isDirectory && !Self.isExcluded($0.0) }
    if files.isEmpty { return .kept }
    guard build.hooks.copies("static") else {
      return .notApplicable(reason: "no hook of this build copies static/ into the image")
    }
    return .violations(
      try await files.map {
        CopiedFile(path: $0, entry: $1, mode: $1.file.mode & Self.modeMask)
      }.violations(probe))
  }

  private static func isExcluded(_ path: FilePath) -> Bool {
    let names = path.components.map(\.string)
    return excluded.contains { pattern in
      pattern.hasSuffix("/")
        ? names.dropLast().contains(String(pattern.dropLast()))
        : names.contains { fnmatch(pattern, $0, 0) == 0 }
    }
  }
}
