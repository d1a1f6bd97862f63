import ElementModel
import Glibc
import SystemPackage

/// The files in `static/` of the elements are in the image, with their content and mode.
struct StaticFilesPresent: ImpliedAssertion {
  static let name = "files from static/ are in place"

  /// What copying with the umask of a build leaves of a mode.
  private static let modeMask: UInt16 = 0o7755
  /// Files that no version control cares for, and that are not copied; after rsync's `--cvs-exclude`.
  private static let ignored = [
    "*~", "#*", ".#*", ",*", "_$*", "*$", "*.a", "*.bak", "*.BAK", "*.elc", "*.exe", "*.ln", "*.o",
    "*.obj", "*.old", "*.olb", "*.orig", "*.rej", "*.so", "*.Z", ".bzr", ".cvsignore", ".del-*",
    ".git", ".gitattributes", ".gitignore", ".gitmodules", ".hg", ".make.state", ".nse_depinfo",
    ".svn", "core", "CVS", "CVS.adm", "cvslog.*", "RCS", "RCSLOG", "SCCS", "tags", "TAGS",
  ]

  func outcome(_ build: BuildFacts, _ probe: any RootfsProbe) async throws -> ImpliedOutcome {
    let files = build.hooks.files(below: "static", copiedTo: "/")
      .filter { !$0.1.file.isDirectory && !Self.isIgnored($0.0) }
    if files.isEmpty { return .kept }
    guard build.hooks.copies("static") else {
      return .notApplicable(reason: "no hook of this build copies static/ into the image")
    }
    return .violations(
      try await files.map {
        CopiedFile(path: $0, entry: $1, mode: $1.file.mode & Self.modeMask)
      }.violations(probe))
  }

  private static func isIgnored(_ path: FilePath) -> Bool {
    path.components.contains { component in
      ignored.contains { fnmatch($0, component.string, 0) == 0 }
    }
  }
}
