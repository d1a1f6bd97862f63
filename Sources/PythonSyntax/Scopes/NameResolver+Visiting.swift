extension NameResolver {
  /// Looks at a node and all below it, in the order of evaluation as far as it matters for names.
  mutating func visit(_ node: PythonNodeID) {
    guard node.isPresent else { return }
    let kind = tree[node].kind
    if depth == 0 { noteFirstStatement(node, kind) }
    depth += 1
    if !visitStatement(node, kind), !visitExpression(node, kind) { visitChildren(of: node) }
    depth -= 1
  }

  mutating func visitChildren(of node: PythonNodeID) {
    for child in tree.children(of: node) { visit(child) }
  }

  /// The children from one place on.
  mutating func visitChildren(of node: PythonNodeID, from first: Int) {
    for child in tree.children(of: node).dropFirst(first) { visit(child) }
  }

  func child(_ place: Int, of node: PythonNodeID) -> PythonNodeID { tree.child(place, of: node) }

  /// Only docstrings and other future imports may stand before a future import.
  private mutating func noteFirstStatement(_ node: PythonNodeID, _ kind: PythonNodeKind) {
    guard scopes[scope].allowsFutures, kind != .importFromStatement, !isDocstring(node) else {
      return
    }
    forbidFutures()
  }

  mutating func forbidFutures() {
    if scopes[scope].isModule { scopes[scope].allowsFutures = false }
  }

  private func isDocstring(_ node: PythonNodeID) -> Bool {
    tree[node].kind == .expressionStatement && tree[child(0, of: node)].kind == .string
  }

  /// Whether the node is a statement with rules of its own, and was looked at.
  private mutating func visitStatement(_ node: PythonNodeID, _ kind: PythonNodeKind) -> Bool {
    switch kind {
    case .functionDefinition: visitFunction(node)
    case .classDefinition: visitClass(node)
    case .returnStatement: visitReturn(node)
    case .assignment: visitAssignment(node)
    case .augmentedAssignment: visitAugmentedAssignment(node)
    case .annotatedAssignment: visitAnnotatedAssignment(node)
    case .forStatement, .comprehensionClause: visitLoop(node)
    case .ifStatement: visitIf(node)
    case .raiseStatement: visitRaise(node)
    case .tryStatement: visitTry(node)
    case .exceptionHandler: visitHandler(node)
    case .assertStatement: visitAssert(node)
    case .importStatement: visitImport(node)
    case .importFromStatement: visitImportFrom(node)
    case .globalStatement, .nonlocalStatement: visitGlobal(node)
    case .typeAlias: visitTypeAlias(node)
    case .breakStatement: checkLoop(around: node, .breakOutsideLoop)
    case .continueStatement: checkLoop(around: node, .continueOutsideLoop)
    default: return false
    }
    return true
  }

  /// Whether the node is an expression with rules of its own, and was looked at.
  private mutating func visitExpression(_ node: PythonNodeID, _ kind: PythonNodeKind) -> Bool {
    switch kind {
    case .name: visitName(node)
    case .string: if annotationState != .none { `defer`(.stringAnnotation, node) }
    case .formattedString, .templateString: visitFormattedString(node, kind)
    case .call: visitCall(node)
    case .attribute, .keywordArgument, .starred, .unary: visit(child(0, of: node))
    case .subscripted: visitSubscript(node)
    case .binary: visitBinary(node)
    case .compare: visitCompare(node)
    case .dictionary: visitDictionary(node)
    case .tuple, .listDisplay: visitDisplay(node)
    case .conditional: visitConditional(node)
    case .lambda: visitLambda(node)
    case .namedExpression: visitAssignment(node)
    case .awaitExpression, .yieldExpression, .yieldFrom: visitYield(node)
    case .listComprehension, .setComprehension, .dictionaryComprehension: visitComprehension(node)
    case .generator: visitComprehension(node)
    case .capturePattern, .starPattern, .mappingPattern: visitPattern(node, kind)
    case .number, .bytes, .trueLiteral, .falseLiteral, .noneLiteral, .identifier: break
    default: return false
    }
    return true
  }
}
