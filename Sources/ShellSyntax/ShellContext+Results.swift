extension ShellContext {
  /// Whether its status is that of the script: nothing follows at the top level.
  package var endsScript: Bool {
    tree.parent(of: statementRow) == nil && statementRow == tree.lastStatement
  }

  /// Whether its status is that of a function: nothing follows in the braces of the body.
  package var endsFunction: Bool {
    guard let body = tree.parent(of: statementRow), tree.nodes[body].kind == .group,
      let function = tree.parent(of: body), tree.nodes[function].kind == .function
    else { return false }
    return tree.children(of: body).last { tree.nodes[$0].role != .substitution } == statementRow
  }

  /// The row of the command, or of its pipeline.
  private var statementRow: Int {
    guard tree.nodes[index].role == .pipelineMember else { return index }
    return tree.parent(of: index) ?? index
  }
}

extension ShellTree {
  /// The row of the last statement at the top level.
  fileprivate var lastStatement: Int? {
    nodes.lastIndex { $0.parent == NodeRecord.none && $0.role == .statement }
  }
}
