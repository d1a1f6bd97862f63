/// A token of a Python file: what it is and which bytes it covers.
///
/// `PythonSource` turns the offsets into text, lines and columns.
package struct PythonToken: Sendable, BitwiseCopyable, Equatable {
  /// What the token is.
  package let kind: Kind
  /// The 1-based line on which the token starts.
  package let line: UInt32
  /// The offset of the first byte.
  package let start: UInt32
  /// The offset behind the last byte.
  package let end: UInt32

  /// The bytes of the token.
  package var range: Range<Int> { Int(start)..<Int(end) }
  /// The number of bytes.
  package var count: Int { Int(end) - Int(start) }
}
