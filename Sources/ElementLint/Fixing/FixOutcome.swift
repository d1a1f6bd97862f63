import Diagnostics
import ElementModel
import SystemPackage

/// What fixes make of elements.
package struct FixOutcome: Sendable {
  /// The elements with all fixes made.
  package let tree: ElementTree
  package let changes: [FileChange]
  /// In the order in which they have to be made, after the changes of texts and modes.
  package let renames: [Rename]
  /// How many fixes were made.
  package let count: Int
  /// The files that are left as they are, in order of their paths.
  package let refusals: [Refusal]

  /// A file whose fixes would do harm.
  package struct Refusal: Sendable {
    package let path: FilePath
    package let reason: Reason
  }

  /// What is wrong with the fixes of a file.
  package enum Reason: Sendable {
    /// An error that was not there before.
    case error(Finding)
    /// After the last round there was still something to fix.
    case unsettled
  }
}
