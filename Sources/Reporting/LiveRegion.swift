/// The last lines of a terminal, drawn again and again in place.
///
/// The cursor is never hidden and no mode is set, so that a killed program leaves nothing to mend.
struct LiveRegion {
  private var height = 0

  /// The text that replaces what was drawn before by `permanent` lines, which then scroll away
  /// upwards, followed by the new live `lines`.
  mutating func replace(with lines: [String], after permanent: [String] = []) -> String {
    let erased = erasure
    height = lines.count
    return erased + permanent.map { $0 + "\n" }.joined() + lines.joined(separator: "\n")
  }

  private var erasure: String {
    guard height > 0 else { return "" }
    let up = height > 1 ? "\u{1b}[\(height - 1)A" : ""
    return "\r\(up)\u{1b}[J"
  }
}
