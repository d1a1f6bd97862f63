/// The tables of a parsed script. What the module hands out are views of its rows.
///
/// A class, because many views share one tree.
final class ShellTree: Sendable {
  let source: ShellSource
  let nodes: [NodeRecord]
  let words: [WordRecord]
  let parts: [PartRecord]
  let redirections: [RedirectionRecord]
  let hereDocuments: [HereDocumentRecord]
  private let firstChild: [UInt32]
  private let nextSibling: [UInt32]

  init(_ tables: ShellTables, source: ShellSource) {
    self.source = source
    nodes = tables.nodes
    words = tables.words
    parts = tables.parts
    redirections = tables.redirections
    hereDocuments = tables.hereDocuments
    var first = [UInt32](repeating: NodeRecord.none, count: nodes.count)
    var next = first
    for index in nodes.indices.reversed() where nodes[index].parent != NodeRecord.none {
      let parent = Int(nodes[index].parent)
      next[index] = first[parent]
      first[parent] = UInt32(index)
    }
    firstChild = first
    nextSibling = next
  }

  /// The rows of a node's children, in source order.
  func children(of node: Int) -> [Int] {
    var children = [Int]()
    var child = firstChild[node]
    while child != NodeRecord.none {
      children.append(Int(child))
      child = nextSibling[Int(child)]
    }
    return children
  }

  func parent(of node: Int) -> Int? {
    let parent = nodes[node].parent
    return parent == NodeRecord.none ? nil : Int(parent)
  }
}

/// The tables while they grow.
struct ShellTables {
  var nodes = [NodeRecord]()
  var words = [WordRecord]()
  var parts = [PartRecord]()
  var redirections = [RedirectionRecord]()
  var hereDocuments = [HereDocumentRecord]()
  var tokens = [ShellToken]()
  var comments = [Range<UInt32>]()
  var extensions = [ExtensionRecord]()
}

struct ExtensionRecord {
  var kind: ShellExtension.Kind
  var start: UInt32
  var end: UInt32
}
