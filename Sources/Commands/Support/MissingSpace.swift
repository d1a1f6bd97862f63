import SystemPackage

/// A directory that the user chose is on a file system that is full.
struct MissingSpace: Error, CustomStringConvertible {
  let directory: FilePath
  /// The next step, as an imperative.
  let hint: String

  var description: String { "there is no space left in `\(directory)`\n  hint: \(hint)" }
}
