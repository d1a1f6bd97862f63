/// One node of a syntax tree: what it is, which bytes it covers, and where its children are listed.
package struct PythonNode: Sendable, BitwiseCopyable {
  /// What the node is; it decides what its children mean.
  package var kind: PythonNodeKind
  /// A refinement of the kind: a `NameContext`, an operator, a form of parameter, a number of dots.
  package var detail: UInt8 = 0
  /// How many levels lie below the node, so that whoever walks the tree knows a bound.
  var height: UInt16 = 0
  /// The first byte.
  package var start: UInt32
  /// Behind the last byte.
  package var end: UInt32
  /// The name that the node introduces, mentions or selects.
  package var symbol = PythonSymbol.none
  /// The node that has this one for a child.
  package var parent = PythonNodeID.absent
  var firstLink: UInt32 = 0
  var linkCount: UInt32 = 0
}

/// The place of a node in its tree.
package struct PythonNodeID: Hashable, Sendable, BitwiseCopyable {
  var index: UInt32

  /// Stands where the grammar lets something be left out.
  package static let absent = PythonNodeID(index: 0)

  /// Whether the source has the part.
  package var isPresent: Bool { index != 0 }
}

/// What is done with a name, attribute, subscript, list or tuple.
package enum NameContext: UInt8, Sendable {
  case load, store, delete
}
