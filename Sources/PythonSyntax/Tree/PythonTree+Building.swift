extension PythonTree {
  /// How high a tree may grow. Whoever walks it may recurse so deep, and no deeper.
  static let maximumHeight = 1000

  /// Adds a node over the last of `pending`, from `first` on, which it takes away; nil when the
  /// tree would become too high.
  mutating func add(
    _ node: PythonNode, over pending: inout ContiguousArray<PythonNodeID>, from first: Int
  ) -> PythonNodeID? {
    var node = node
    let id = PythonNodeID(index: UInt32(truncatingIfNeeded: nodes.count))
    node.firstLink = UInt32(truncatingIfNeeded: links.count)
    node.linkCount = UInt32(truncatingIfNeeded: pending.count - first)
    for index in first..<pending.count {
      let child = pending[index]
      links.append(child)
      guard child.isPresent else { continue }
      nodes[Int(child.index)].parent = id
      node.height = max(node.height, nodes[Int(child.index)].height + 1)
    }
    pending.removeLast(pending.count - first)
    nodes.append(node)
    return Int(node.height) > Self.maximumHeight ? nil : id
  }

  /// Takes back everything that was added since the tree was that big.
  mutating func cut(to mark: Mark) {
    nodes.removeLast(nodes.count - mark.nodes)
    links.removeLast(links.count - mark.links)
  }

  /// How far the tree has grown.
  var mark: Mark { Mark(nodes: nodes.count, links: links.count) }

  /// A size to which a tree can be cut back.
  struct Mark {
    var nodes: Int
    var links: Int
  }
}
