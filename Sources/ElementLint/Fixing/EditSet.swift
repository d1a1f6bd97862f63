import Diagnostics
import Documents

/// Edits of one text that do not get in each other's way.
struct EditSet {
  /// By their starts.
  private var edits: [Finding.Edit] = []

  /// Adds the edits of a fix, all or none: what overlaps others has to wait for another round.
  mutating func add(_ fix: [Finding.Edit]) -> Bool {
    let fix = fix.sorted { ($0.start, $0.end) < ($1.start, $1.end) }
    let isOrdered = zip(fix, fix.dropFirst()).allSatisfy { $0.end <= $1.start }
    guard isOrdered, fix.allSatisfy({ $0.start <= $0.end && isFree($0) }) else { return false }
    for edit in fix { edits.insert(edit, at: place(behind: edit.start)) }
    return true
  }

  /// The bytes of the text with the edits made.
  func applied(to text: SourceText) -> [UInt8] {
    let offsets = text.byteOffsets(of: edits.flatMap { [$0.start, $0.end] })
    var result = [UInt8]()
    var rest = 0
    for (index, edit) in edits.enumerated() {
      result += text.bytes[rest..<max(rest, offsets[2 * index])]
      result += edit.text.utf8
      rest = max(rest, offsets[2 * index + 1])
    }
    return result + text.bytes[rest...]
  }

  /// Two insertions at one place are in each other's way as well: nobody knows which comes first.
  private func isFree(_ edit: Finding.Edit) -> Bool {
    let place = place(behind: edit.start)
    let isBehindOthers =
      place == 0 || edits[place - 1].start < edit.start && edits[place - 1].end <= edit.start
    return isBehindOthers && (place == edits.count || edit.end <= edits[place].start)
  }

  /// Where an edit that starts at `position` belongs: behind all that start no later.
  private func place(behind position: SourcePosition) -> Int {
    var low = 0
    var high = edits.count
    while low < high {
      let middle = (low + high) / 2
      if edits[middle].start <= position { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
