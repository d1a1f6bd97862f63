import Diagnostics
import Documents

extension Finding.Fix {
  /// A fix of one edit: the text at the location is replaced.
  init(_ description: String, replacing location: SourceLocation, with text: String) {
    self.init(description, edits: [Finding.Edit(replacing: location, with: text)])
  }

  /// A fix of one edit: a 1-based line is removed with its end.
  init(_ description: String, removingLine line: Int, of text: SourceText) {
    let end = min(line + 1, text.lineCount)
    let place = SourceLocation(
      text.path, SourcePosition(line: line),
      to: end > line ? SourcePosition(line: end) : text.location(ofLine: line).end)
    self.init(description, replacing: place, with: "")
  }

  /// A fix of one edit: text is added behind the location.
  init(_ description: String, inserting text: String, behind location: SourceLocation) {
    let place = location.end ?? location.start
    self.init(
      description, replacing: SourceLocation(location.path, place, to: place), with: text)
  }
}

extension SourceLocation {
  /// From the start of this place to the end of another.
  func through(_ other: SourceLocation) -> SourceLocation {
    SourceLocation(path, start, to: other.end ?? other.start)
  }

  /// What lies between the end of this place and the start of another.
  func gap(to other: SourceLocation) -> SourceLocation {
    SourceLocation(path, end ?? start, to: other.start)
  }
}
