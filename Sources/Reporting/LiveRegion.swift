/// The last lines of a terminal, drawn again and again in place.
///
/// The cursor is never hidden and no mode is set, so that a killed program leaves nothing to mend.
struct LiveRegion {
  /// The columns of each line that is drawn now.
  private var widths: [Int] = []

  /// The text that replaces what was drawn before by `permanent` lines, which then scroll away
  /// upwards, followed by the new live `lines`, on a terminal that is `columns` wide by now.
  mutating func replace(
    with lines: [String], after permanent: [String] = [], columns: Int
  ) -> String {
    let erased = erasure(columns: columns)
    widths = lines.map { TerminalWidth.columns(of: PrintableText.withoutControlSequences($0)) }
    return erased + permanent.map { $0 + "\n" }.joined() + lines.joined(separator: "\n")
  }

  /// Moves to the first row of what was drawn and clears from there. A window made narrower since
  /// has wrapped the lines.
  private func erasure(columns: Int) -> String {
    guard !widths.isEmpty else { return "" }
    let rows = widths.reduce(0) { $0 + max(1, ($1 + columns - 1) / columns) }
    let up = rows > 1 ? "\u{1b}[\(rows - 1)A" : ""
    return "\r\(up)\u{1b}[J"
  }
}
