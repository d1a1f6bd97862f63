import SystemPackage

/// A change of one file, as git shows it and `git apply` and `patch -p1` take it.
package struct Patch: Sendable {
  private let old: Side
  private let new: Side

  /// The file before or after the change.
  package struct Side: Sendable {
    private let path: FilePath
    fileprivate let isExecutable: Bool
    fileprivate let lines: [ArraySlice<UInt8>]

    /// A file at a path as it is to be shown, the whole of its text, and whether it is executable.
    package init(path: FilePath, isExecutable: Bool, text: [UInt8]) {
      self.path = path
      self.isExecutable = isExecutable
      lines = Self.lines(of: text)
    }

    /// Lines with their ends.
    private static func lines(of text: [UInt8]) -> [ArraySlice<UInt8>] {
      var lines = [ArraySlice<UInt8>]()
      var rest = text[...]
      while let end = rest.firstIndex(of: UInt8(ascii: "\n")) {
        lines.append(rest[...end])
        rest = rest[(end + 1)...]
      }
      return rest.isEmpty ? lines : lines + [rest]
    }

    fileprivate var mode: String { isExecutable ? "100755" : "100644" }

    /// The name as git writes it; an absolute path loses its slash.
    fileprivate func name(prefix: String = "") -> GitPath { GitPath(path, prefix: prefix) }
  }

  /// A change from `old` to `new`.
  package init(from old: Side, to new: Side) {
    self.old = old
    self.new = new
  }

  /// The bytes of the patch; none when nothing changes.
  package var bytes: [UInt8] {
    let hunks = Hunk.all(LineDifference(from: old.lines, to: new.lines), old.lines, new.lines)
    let head = modeRows + nameRows
    guard !hunks.isEmpty || !head.isEmpty else { return [] }
    let (before, after) = (old.name(prefix: "a/"), new.name(prefix: "b/"))
    var rows = ["diff --git ".utf8 + before.bytes + " ".utf8 + after.bytes] + head
    if !hunks.isEmpty {
      rows += ["--- ".utf8 + before.field, "+++ ".utf8 + after.field]
    }
    return rows.flatMap { $0 + "\n".utf8 } + hunks.flatMap(\.bytes)
  }

  private var modeRows: [[UInt8]] {
    guard old.isExecutable != new.isExecutable else { return [] }
    return [Array("old mode \(old.mode)".utf8), Array("new mode \(new.mode)".utf8)]
  }

  private var nameRows: [[UInt8]] {
    let (before, after) = (old.name().bytes, new.name().bytes)
    guard before != after else { return [] }
    return ["rename from ".utf8 + before, "rename to ".utf8 + after]
  }
}
