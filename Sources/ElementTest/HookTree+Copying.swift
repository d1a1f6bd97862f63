import ElementModel
import SystemPackage

extension HookTree {
  /// Whether a hook that runs in the chroot copies a top-level directory of the hook tree into the
  /// image.
  ///
  /// Which element does that is nobody's business here, so the hooks are searched for a path to the
  /// directory: beside their own, or where hooks in the chroot find the tree.
  func copies(_ directory: String) -> Bool {
    let phases = HookPhase.allCases.filter(\.runsInChroot)
    return phases.flatMap(hooks(in:)).contains { hook in
      guard let content = try? hook.file.contents() else { return false }
      return Self.prefixes.contains { content.names(path: $0 + directory) }
    }
  }

  private static let prefixes = [
    "../", "in_target.d/", "TMP_HOOKS_PATH/", "TMP_HOOKS_PATH}/", "TMP_HOOKS_PATH\"/",
  ]

  /// The files of a top-level directory with where they are to be, `directory` replaced by `root`.
  func files(below directory: String, copiedTo root: FilePath) -> [(FilePath, HookTreeEntry)] {
    let prefix = FilePath(directory)
    return entries.compactMap { entry in
      var path = entry.path
      guard path != prefix, path.removePrefix(prefix) else { return nil }
      return (root.appending(path.components), entry)
    }
  }
}

extension [UInt8] {
  /// Whether the path occurs and does not go on with more of a name.
  fileprivate func names(path: String) -> Bool {
    ranges(ofBytes: Array(path.utf8)).contains { range in
      guard range.upperBound < count else { return true }
      let next = Character(Unicode.Scalar(self[range.upperBound]))
      return !next.isLetter && !next.isNumber && !"_-.".contains(next)
    }
  }
}
