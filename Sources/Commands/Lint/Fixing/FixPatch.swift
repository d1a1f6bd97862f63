import Diagnostics
import ElementLint
import ElementModel
import Reporting
import SystemPackage

/// What fixes would change, as a patch.
struct FixPatch {
  private let changes: [FileChange]
  private let directory: FilePath

  /// The changes, with paths as seen from a directory.
  init(_ outcome: FixOutcome, seenFrom directory: FilePath) {
    // A patch knows only files.
    changes = outcome.changes.filter { $0.before.kind != .directory }
    self.directory = directory
  }

  /// The patch; nothing when nothing would change.
  var bytes: [UInt8] { changes.flatMap { patch($0).bytes } }

  private func patch(_ change: FileChange) -> Patch {
    Patch(
      from: side(change.before, change.original ?? []),
      to: side(change.after, change.contents ?? []))
  }

  private func side(_ file: ElementFile, _ text: [UInt8]) -> Patch.Side {
    Patch.Side(
      path: file.path.below(directory), isExecutable: file.mode & 0o111 != 0, text: text)
  }
}
