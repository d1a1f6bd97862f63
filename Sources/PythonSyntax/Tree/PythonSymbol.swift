/// A name, as a number that is the same wherever one file mentions the name.
package struct PythonSymbol: Hashable, Sendable, BitwiseCopyable {
  var index: UInt32

  /// The name of what has none.
  package static let none = PythonSymbol(index: 0)
}
