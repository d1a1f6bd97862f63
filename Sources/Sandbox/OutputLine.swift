/// A line of a payload's output, without its line end.
package struct OutputLine: Sendable, Hashable {
  package var stream: Stream
  package var text: String

  /// Which of the two streams; all lines of merged streams are `output`.
  package enum Stream: Sendable, Hashable {
    case output, error
  }

  /// A line of `stream`.
  package init(_ stream: Stream, _ text: String) {
    self.stream = stream
    self.text = text
  }
}
