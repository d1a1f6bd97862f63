extension ShellTree {
  /// The rows of all simple commands, by their place in the source.
  ///
  /// A substitution in a command's first word is parsed before the command has a row.
  func simpleCommandsInOrder() -> [Int] {
    var rows = nodes.indices.filter { nodes[$0].kind == .simple }
    let isInOrder = zip(rows, rows.dropFirst()).allSatisfy { place(of: $0) < place(of: $1) }
    if !isInOrder { rows.sort { place(of: $0) < place(of: $1) } }
    return rows
  }

  /// The rows of the simple commands below a node, by their place in the source.
  func simpleCommands(below node: Int) -> [Int] {
    var rows = [Int]()
    var pending = [node]
    while let next = pending.popLast() {
      for child in children(of: next) {
        if nodes[child].kind == .simple { rows.append(child) }
        pending.append(child)
      }
    }
    return rows.sorted { place(of: $0) < place(of: $1) }
  }

  private func place(of node: Int) -> Int {
    source.originalOffset(of: Int(nodes[node].start))
  }
}
