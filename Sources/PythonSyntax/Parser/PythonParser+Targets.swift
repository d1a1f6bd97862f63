extension PythonParser {
  /// Makes an expression a target of an assignment or deletion, if it can be one.
  mutating func assigned(
    _ node: PythonNodeID, _ context: NameContext
  ) throws(PythonSyntaxError) -> PythonNodeID {
    guard let fault = setContext(of: node, context) else { return node }
    let verb = context == .delete ? "delete" : "assign to"
    throw PythonSyntaxError(
      "cannot \(verb) \(description(of: fault))", at: Int(tree[fault].start - base))
  }

  /// Marks a target and its elements; returns the first part that can be none.
  mutating func setContext(of node: PythonNodeID, _ context: NameContext) -> PythonNodeID? {
    switch tree[node].kind {
    case .name, .attribute, .subscripted: break
    case .starred where context != .delete:
      if let fault = setContext(of: tree.child(0, of: node), context) { return fault }
    case .tuple, .listDisplay:
      for child in tree.children(of: node) {
        if let fault = setContext(of: child, context) { return fault }
      }
    default: return node
    }
    tree.nodes[Int(node.index)].detail = context.rawValue
    return nil
  }

  /// What CPython calls an expression in its messages.
  func description(of node: PythonNodeID) -> String {
    switch tree[node].kind {
    case .attribute: "attribute"
    case .subscripted: "subscript"
    case .starred: "starred"
    case .name: "name"
    case .listDisplay: "list"
    case .tuple: "tuple"
    case .lambda: "lambda"
    case .call: "function call"
    case .boolean, .binary, .unary: "expression"
    case .generator: "generator expression"
    case .yieldExpression, .yieldFrom: "yield expression"
    case .awaitExpression: "await expression"
    default: descriptionOfDisplay(node)
    }
  }

  private func descriptionOfDisplay(_ node: PythonNodeID) -> String {
    switch tree[node].kind {
    case .listComprehension: "list comprehension"
    case .setComprehension: "set comprehension"
    case .dictionaryComprehension: "dict comprehension"
    case .dictionary: "dict literal"
    case .setDisplay: "set display"
    case .formattedString: "f-string expression"
    case .templateString: "t-string expression"
    case .trueLiteral: "True"
    case .falseLiteral: "False"
    case .noneLiteral: "None"
    case .ellipsis: "ellipsis"
    case .compare: "comparison"
    case .conditional: "conditional expression"
    case .namedExpression: "named expression"
    default: "literal"
    }
  }
}
