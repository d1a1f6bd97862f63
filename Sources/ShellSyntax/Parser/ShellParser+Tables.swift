extension ShellParser {
  /// Begins a node where the parser stands in the tree.
  mutating func openNode(_ kind: NodeKind, at start: Int) -> Int {
    tables.nodes.append(
      NodeRecord(kind: kind, role: frame.role, start: UInt32(start), parent: frame.node))
    return tables.nodes.count - 1
  }

  /// Begins a node and makes it the one that what follows belongs to; returns the frame before.
  mutating func enterNode(_ kind: NodeKind, at start: Int) -> (node: Int, outer: Frame) {
    let node = openNode(kind, at: start)
    let outer = frame
    frame = Frame(node: UInt32(node), role: .body)
    return (node, outer)
  }

  /// Ends a node with the token that was taken last.
  mutating func closeNode(_ node: Int, outer: Frame) {
    tables.nodes[node].end = UInt32(state.lastEnd)
    frame = outer
  }

  /// Moves the words above the mark into the table.
  mutating func flushWords(from mark: Int) -> Rows {
    guard wordStack.count > mark else { return Rows() }
    let rows = Rows(start: UInt32(tables.words.count), count: UInt32(wordStack.count - mark))
    tables.words.append(contentsOf: wordStack[mark...])
    wordStack.removeSubrange(mark...)
    return rows
  }

  /// Moves the parts above the mark into the table.
  mutating func flushParts(from mark: Int) -> Rows {
    guard partStack.count > mark else { return Rows() }
    let rows = Rows(start: UInt32(tables.parts.count), count: UInt32(partStack.count - mark))
    tables.parts.append(contentsOf: partStack[mark...])
    partStack.removeSubrange(mark...)
    return rows
  }

  /// Moves the redirections above the mark into the table.
  mutating func flushRedirections(from mark: Int) -> Rows {
    guard redirectionStack.count > mark else { return Rows() }
    let rows = Rows(
      start: UInt32(tables.redirections.count), count: UInt32(redirectionStack.count - mark))
    tables.redirections.append(contentsOf: redirectionStack[mark...])
    redirectionStack.removeSubrange(mark...)
    return rows
  }

  /// Adds a part from `start` to the current position, with the parts above the mark in it.
  mutating func addPart(
    _ kind: PartKind, from start: Int, childrenFrom mark: Int, payload: Rows = Rows()
  ) {
    let children = flushParts(from: mark)
    partStack.append(
      PartRecord(
        kind: kind, start: UInt32(start), end: UInt32(position), children: children,
        payload: payload))
  }

  mutating func noteExtension(_ kind: ShellExtension.Kind, _ start: Int, _ end: Int) {
    tables.extensions.append(
      ExtensionRecord(kind: kind, start: UInt32(start), end: UInt32(end)))
  }
}
