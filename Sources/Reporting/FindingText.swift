import Diagnostics
import SystemPackage

/// A finding in words.
enum FindingText {
  /// `path:line:column: RULE message`; a whole file or a directory is at 1:1, since readers of this
  /// form expect two numbers.
  static func line(_ finding: Finding) -> String {
    "\(place(finding.location)): \(finding.rule) \(message(finding))"
  }

  /// The line, then what is related and what to do next, one indented line each.
  static func full(_ finding: Finding) -> String {
    ([line(finding)] + remarks(finding).map { "  " + $0 }).joined(separator: "\n")
  }

  /// Related places and the next step.
  static func remarks(_ finding: Finding) -> [String] {
    let notes = finding.notes.map { "note: \($0.location): \($0.message)" }
    return (notes + (finding.hint.map { ["hint: \($0)"] } ?? [])).map(printableLine)
  }

  static func message(_ finding: Finding) -> String { printableLine(finding.message.text) }

  static func place(_ location: SourceLocation) -> String {
    let start = LineRange(location).start
    return "\(printableLine(location.path.string)):\(start.line):\(start.column)"
  }

  /// File names and texts of elements may hold anything, such as what moves a terminal's cursor.
  private static func printableLine(_ text: String) -> String {
    PrintableText.forTerminal(oneLine(text))
  }
}

/// The text with line breaks made visible.
func oneLine(_ text: String) -> String {
  text.split(separator: "\n", omittingEmptySubsequences: false).joined(separator: "\\n")
}
