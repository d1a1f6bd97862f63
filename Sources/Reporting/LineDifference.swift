/// The lines in which two texts differ, found in a time that does not explode with their number.
struct LineDifference {
  /// A run of lines, and what stands in its place in the other text.
  struct Change: Equatable {
    var old: Range<Int>
    var new: Range<Int>
  }

  /// In order; there are equal lines between them.
  let changes: [Change]
  /// Beyond this the shortest difference is not looked for: its search takes the square of it.
  private static let searchLimit = 1000

  /// The difference of two lists of lines.
  init(from old: [ArraySlice<UInt8>], to new: [ArraySlice<UInt8>]) {
    var numbers: [ArraySlice<UInt8>: Int] = [:]
    let number = { (line: ArraySlice<UInt8>) -> Int in
      if let number = numbers[line] { return number }
      numbers[line] = numbers.count
      return numbers.count - 1
    }
    self.init(old.map(number), new.map(number))
  }

  private init(_ old: [Int], _ new: [Int]) {
    let whole = Change(old: old.indices, new: new.indices)
    let anchors = Self.anchors(Self.trimmed(whole, old, new), old, new)
    let end = (old: old.count, new: new.count)
    var changes = [Change]()
    var start = (old: 0, new: 0)
    for anchor in anchors + [end] {
      let gap = Change(old: start.old..<anchor.old, new: start.new..<anchor.new)
      for change in Self.changes(in: Self.trimmed(gap, old, new), old, new) {
        Self.append(change, to: &changes)
      }
      start = (anchor.old + 1, anchor.new + 1)
    }
    self.changes = changes
  }

  /// The shortest difference, or all lines where that would take too long.
  private static func changes(in gap: Change, _ old: [Int], _ new: [Int]) -> [Change] {
    guard !gap.old.isEmpty || !gap.new.isEmpty else { return [] }
    guard !gap.old.isEmpty, !gap.new.isEmpty, gap.old.count + gap.new.count <= searchLimit else {
      return [gap]
    }
    let difference = Array(new[gap.new]).difference(from: Array(old[gap.old]))
    let removed = difference.removals.map { $0.place + gap.old.lowerBound }
    let inserted = difference.insertions.map { $0.place + gap.new.lowerBound }
    return runs(removed: Set(removed), inserted: Set(inserted), in: gap)
  }

  private static func runs(
    removed: Set<Int>, inserted: Set<Int>, in gap: Change
  ) -> [Change] {
    var changes = [Change]()
    var (old, new) = (gap.old.lowerBound, gap.new.lowerBound)
    while old < gap.old.upperBound || new < gap.new.upperBound {
      let start = (old: old, new: new)
      while removed.contains(old) { old += 1 }
      while inserted.contains(new) { new += 1 }
      if (old, new) == start {
        (old, new) = (old + 1, new + 1)
      } else {
        changes.append(Change(old: start.old..<old, new: start.new..<new))
      }
    }
    return changes
  }

  private static func append(_ change: Change, to changes: inout [Change]) {
    if let last = changes.last, last.old.upperBound == change.old.lowerBound,
      last.new.upperBound == change.new.lowerBound
    {
      changes[changes.count - 1].old = last.old.lowerBound..<change.old.upperBound
      changes[changes.count - 1].new = last.new.lowerBound..<change.new.upperBound
    } else {
      changes.append(change)
    }
  }
}

extension CollectionDifference.Change {
  /// The index of the element in the list that has it.
  fileprivate var place: Int {
    switch self {
    case .insert(let offset, _, _), .remove(let offset, _, _): offset
    }
  }
}
