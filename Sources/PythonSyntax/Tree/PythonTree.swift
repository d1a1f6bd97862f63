/// The syntax tree of one source: nodes in one array, each behind its children.
package struct PythonTree: Sendable {
  /// The normalised text, followed by the contents of the string annotations parsed so far.
  package internal(set) var bytes: [UInt8]
  /// The names that the nodes mention.
  package var symbols = BuiltinNames.table
  /// The node of the whole file.
  package internal(set) var root = PythonNodeID.absent
  var nodes: ContiguousArray<PythonNode> = [PythonNode(kind: .absent, start: 0, end: 0)]
  var links = ContiguousArray<PythonNodeID>()

  init(bytes: [UInt8]) { self.bytes = bytes }

  /// The node with the given identity.
  package subscript(id: PythonNodeID) -> PythonNode {
    let index = Int(id.index)
    return index < nodes.count ? nodes[index] : nodes[0]
  }

  /// The children of a node, absent ones included.
  package func children(of id: PythonNodeID) -> PythonChildren {
    let node = self[id]
    let first = Int(node.firstLink)
    return links[first..<first + Int(node.linkCount)]
  }

  /// The child at a place; `absent` beyond the last.
  package func child(_ place: Int, of id: PythonNodeID) -> PythonNodeID {
    let node = self[id]
    guard place >= 0, place < Int(node.linkCount) else { return .absent }
    return links[Int(node.firstLink) + place]
  }

  /// The last child.
  package func lastChild(of id: PythonNodeID) -> PythonNodeID {
    child(Int(self[id].linkCount) - 1, of: id)
  }

  /// The bytes that a node covers.
  package func range(of id: PythonNodeID) -> Range<Int> {
    let node = self[id]
    return Int(node.start)..<Int(node.end)
  }
}

/// The children of a node.
package typealias PythonChildren = ContiguousArray<PythonNodeID>.SubSequence
