/// The mountinfo of a sandbox at two times. Kept as text, since few ask for it and every sandbox has
/// it.
package struct MountTables: Sendable, Hashable {
  private let before: String
  private let after: String

  /// The texts of mountinfo files.
  package init(before: String = "", after: String = "") {
    self.before = before
    self.after = after
  }

  /// All mounts of the later time.
  package var entries: [MountEntry] { MountEntry.entries(parsing: after) }

  /// The mounts that were not there at the earlier time.
  package var addedEntries: [MountEntry] {
    let known = Set(before.split(separator: "\n"))
    return after.split(separator: "\n").filter { !known.contains($0) }
      .compactMap { MountEntry(parsing: $0) }
  }
}
