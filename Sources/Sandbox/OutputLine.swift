/// A line of a payload's output, without its line end.
package struct OutputLine: Sendable, Hashable {
  package var stream: Stream
  /// Repaired to UTF-8.
  package var text: String
  /// The line as it was written, where that is not UTF-8.
  package var bytes: [UInt8]?

  /// Which of the two streams; all lines of merged streams are `output`.
  package enum Stream: Sendable, Hashable {
    case output, error
  }

  /// A line of `stream`.
  package init(_ stream: Stream, _ text: String) {
    self.stream = stream
    self.text = text
  }

  /// A line of `stream` as it was written.
  package init(_ stream: Stream, bytes: [UInt8]) {
    self.stream = stream
    if let text = String(validating: bytes, as: UTF8.self) {
      self.text = text
    } else {
      text = String(decoding: bytes, as: UTF8.self)
      self.bytes = bytes
    }
  }
}
