import Diagnostics
import SystemPackage

/// A file of one name a line: `element-deps` and its kin.
///
/// Surrounding blanks do not count and empty lines are skipped. Comments do not exist: a line that
/// starts with `#` is a name like any other.
package struct LineList: Sendable {
  package let rows: [Row]

  /// One line that is not empty.
  package struct Row: Sendable, Hashable {
    /// The line without surrounding blanks.
    package let text: String
    /// From the first to behind the last character of `text`.
    package let location: SourceLocation
  }

  package init(parsing bytes: [UInt8], path: FilePath) { self.init(SourceText(bytes, path: path)) }

  package init(_ source: SourceText) {
    rows = (0..<source.lineCount).compactMap { Self.row(ofLine: $0 + 1, in: source) }
  }

  private static func row(ofLine line: Int, in source: SourceText) -> Row? {
    let range = source.range(ofLine: line)
    guard
      let first = source.bytes[range].firstIndex(where: { !isBlank($0) }),
      let last = source.bytes[range].lastIndex(where: { !isBlank($0) })
    else { return nil }
    return Row(
      text: String(decoding: source.bytes[first...last], as: UTF8.self),
      location: SourceLocation(
        source.path, source.position(ofByteOffset: first),
        to: source.position(ofByteOffset: last + 1)))
  }

  private static func isBlank(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: " ") || (0x09...0x0D).contains(byte)
  }
}
