import Diagnostics

extension Finding.Edit {
  /// The replacement of the text at a location that is a range; at a mere position, an insertion.
  init(replacing location: SourceLocation, with text: String) {
    let start = location.start ?? SourcePosition(line: 1)
    self.init(from: start, to: location.end ?? start, text: text)
  }
}
