/// Changed lines with some around them, as unified differences have them.
struct Hunk {
  private static let context = 3
  private let changes: [LineDifference.Change]
  private let old: [ArraySlice<UInt8>]
  private let new: [ArraySlice<UInt8>]

  /// The hunks of a difference; changes whose surroundings touch are in one.
  static func all(
    _ difference: LineDifference, _ old: [ArraySlice<UInt8>], _ new: [ArraySlice<UInt8>]
  ) -> [Hunk] {
    var groups = [[LineDifference.Change]]()
    for change in difference.changes {
      if let last = groups.last?.last,
        change.old.lowerBound - last.old.upperBound <= 2 * context
      {
        groups[groups.count - 1].append(change)
      } else {
        groups.append([change])
      }
    }
    return groups.map { Hunk(changes: $0, old: old, new: new) }
  }

  /// The header and the lines.
  var bytes: [UInt8] {
    guard let first = changes.first, let last = changes.last else { return [] }
    let before = max(0, first.old.lowerBound - Self.context)..<first.old.lowerBound
    let after = last.old.upperBound..<min(old.count, last.old.upperBound + Self.context)
    var body = rows(" ", before, of: old)
    var place = first.old.lowerBound
    for change in changes {
      body += rows(" ", place..<change.old.lowerBound, of: old)
      body += rows("-", change.old, of: old) + rows("+", change.new, of: new)
      place = change.old.upperBound
    }
    body += rows(" ", after, of: old)
    let newStart = first.new.lowerBound - before.count
    let header = Self.header(
      before.lowerBound..<after.upperBound, newStart..<(last.new.upperBound + after.count))
    return header + body
  }

  private static func header(_ old: Range<Int>, _ new: Range<Int>) -> [UInt8] {
    Array("@@ -\(span(old)) +\(span(new)) @@\n".utf8)
  }

  /// The first line counts from 1; without any lines it is the one before.
  private static func span(_ range: Range<Int>) -> String {
    range.isEmpty ? "\(range.lowerBound),0" : "\(range.lowerBound + 1),\(range.count)"
  }

  private func rows(
    _ mark: String, _ range: Range<Int>, of lines: [ArraySlice<UInt8>]
  ) -> [UInt8] {
    lines[range].flatMap { line -> [UInt8] in
      let row = Array(mark.utf8) + line
      let isWhole = line.last == UInt8(ascii: "\n")
      return isWhole ? row : row + "\n\\ No newline at end of file\n".utf8
    }
  }
}
