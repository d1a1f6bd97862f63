import Diagnostics

/// The text with the edits made, which do not overlap.
package func applied(_ edits: [Finding.Edit], to text: String) -> String {
  let scalars = text.unicodeScalars
  let starts = lineStarts(of: scalars)
  func index(_ position: SourcePosition) -> String.UnicodeScalarView.Index {
    guard position.line <= starts.count else { return scalars.endIndex }
    let start = starts[position.line - 1]
    return scalars.index(start, offsetBy: position.column - 1, limitedBy: scalars.endIndex)
      ?? scalars.endIndex
  }
  let ranges = edits.sorted { $0.start < $1.start }.map { (index($0.start)..<index($0.end), $0) }
  var result = String.UnicodeScalarView()
  var rest = scalars.startIndex
  for (range, edit) in ranges {
    result += scalars[rest..<range.lowerBound]
    result += edit.text.unicodeScalars
    rest = range.upperBound
  }
  return String(result + scalars[rest...])
}

private func lineStarts(
  of scalars: String.UnicodeScalarView
) -> [String.UnicodeScalarView.Index] {
  [scalars.startIndex] + scalars.indices.filter { scalars[$0] == "\n" }.map(scalars.index(after:))
}
