/// What changes one text into another, as `diff -u` shows it.
struct UnifiedDifference {
  private let edits: [Edit]
  private static let context = 3
  /// Beyond this the whole is no help, and finding the shortest difference takes its time.
  private static let lineLimit = 2000

  private struct Edit {
    let mark: Character
    let line: Substring
    /// 1-based; where the line is, or would be.
    let expectedLine: Int
    let foundLine: Int
  }

  /// The difference; nil when there is none, or when it would be too long to read.
  init?(expected: String, found: String) {
    let old = expected.lines(omittingLastEmpty: true)
    let new = found.lines(omittingLastEmpty: true)
    guard max(old.count, new.count) <= Self.lineLimit, old != new else { return nil }
    edits = Self.edits(from: old, to: new)
  }

  private static func edits(from old: [Substring], to new: [Substring]) -> [Edit] {
    let difference = new.difference(from: old)
    let removed = Set(difference.removals.map(\.position))
    let inserted = Set(difference.insertions.map(\.position))
    var edits: [Edit] = []
    var (oldIndex, newIndex) = (0, 0)
    while oldIndex < old.count || newIndex < new.count {
      let isRemoval = removed.contains(oldIndex)
      let isInsertion = !isRemoval && inserted.contains(newIndex)
      edits.append(
        Edit(
          mark: isRemoval ? "-" : isInsertion ? "+" : " ",
          line: isInsertion ? new[newIndex] : old[oldIndex],
          expectedLine: oldIndex + 1, foundLine: newIndex + 1))
      if !isInsertion { oldIndex += 1 }
      if !isRemoval { newIndex += 1 }
    }
    return edits
  }

  /// The runs of edits that are shown: the changes, with some lines around them.
  private var hunks: [ArraySlice<Edit>] {
    var ranges: [Range<Int>] = []
    for index in edits.indices where edits[index].mark != " " {
      let range = max(0, index - Self.context)..<min(edits.count, index + Self.context + 1)
      if let last = ranges.last, last.upperBound >= range.lowerBound {
        ranges[ranges.count - 1] = last.lowerBound..<range.upperBound
      } else {
        ranges.append(range)
      }
    }
    return ranges.map { edits[$0] }
  }
}

extension UnifiedDifference: CustomStringConvertible {
  var description: String {
    let lines = hunks.flatMap { hunk in
      [Self.header(of: hunk)] + hunk.map { "\($0.mark)\($0.line)" }
    }
    return (["--- expected", "+++ found"] + lines).joined(separator: "\n")
  }

  private static func header(of hunk: ArraySlice<Edit>) -> String {
    let old = hunk.count { $0.mark != "+" }
    let new = hunk.count { $0.mark != "-" }
    guard let first = hunk.first else { return "" }
    return "@@ -\(first.expectedLine),\(old) +\(first.foundLine),\(new) @@"
  }
}

extension CollectionDifference.Change {
  /// The index of the element in the text that has it.
  fileprivate var position: Int {
    switch self {
    case .insert(let offset, _, _), .remove(let offset, _, _): offset
    }
  }
}
