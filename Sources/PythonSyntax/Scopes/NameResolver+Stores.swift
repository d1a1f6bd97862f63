extension NameResolver {
  /// Binds a name that a node stores to.
  mutating func store(_ name: PythonSymbol, _ node: PythonNodeID) {
    guard name != .none else { return }
    checkUseBeforeBinding(name)
    let parent = parent(of: node)
    let statement = statementParent(of: node)
    bind(
      PythonBinding(kind: bindingKind(name, parent, statement), name: name, source: node),
      node, listing: parent)
  }

  /// Reports a name of the module that the function read before it made it its own.
  private mutating func checkUseBeforeBinding(_ name: PythonSymbol) {
    guard scopes[scope].kind == .function, scopes[scope][name] == nil else { return }
    for index in stack.dropLast() {
      let outer = scopes[index]
      guard outer.kind == .function || outer.isModule, let binding = outer[name],
        let use = bindings[binding].use, use.scope == scope
      else { continue }
      report(.undefinedLocal, use.node, name, related: bindings[binding].source)
      return
    }
  }

  private func bindingKind(
    _ name: PythonSymbol, _ parent: PythonNodeID, _ statement: PythonNodeID
  ) -> PythonBinding.Kind {
    let kind = tree[statement].kind
    if kind == .annotatedAssignment, !tree.child(2, of: statement).isPresent { return .annotation }
    if kind == .forStatement || kind == .comprehensionClause { return .plain }
    if statement != parent, !isLiteralUnpacking(statement) { return .plain }
    if name == known.all, scopes[scope].isModule, isAssignment(tree[parent].kind) { return .export }
    return kind == .namedExpression ? .namedExpression : .assignment
  }

  private func isAssignment(_ kind: PythonNodeKind) -> Bool {
    kind == .assignment || kind == .augmentedAssignment || kind == .annotatedAssignment
  }

  /// Whether displays are assigned to displays, so that each name gets a value of its own.
  private func isLiteralUnpacking(_ statement: PythonNodeID) -> Bool {
    guard tree[statement].kind == .assignment else { return false }
    return tree.children(of: statement).allSatisfy { child in
      switch tree[child].kind {
      case .tuple, .listDisplay, .setDisplay: true
      default: false
      }
    }
  }

  private mutating func bind(
    _ binding: PythonBinding, _ node: PythonNodeID, listing statement: PythonNodeID
  ) {
    guard binding.kind == .export else { return bind(binding, node) }
    let names = exportedNames(by: statement)
    var export = binding
    export.source = statement
    bind(export, node)
    exportedNames[bindings.count - 1] = names
  }

  /// Unbinds a name.
  mutating func delete(_ name: PythonSymbol, _ node: PythonNodeID) {
    guard !isConditional(node) else { return }
    if scopes[scope].hasIndirections { scopes[scope].settle(name) }
    if scopes[scope].unbind(name) == nil {
      undefinedNames[name, default: []].append(problems.count)
      report(.undefinedName, node, name)
    }
  }

  private func isConditional(_ node: PythonNodeID) -> Bool {
    var parent = tree[node].parent
    while parent.isPresent {
      switch tree[parent].kind {
      case .ifStatement, .whileStatement, .conditional: return true
      default: parent = tree[parent].parent
      }
    }
    return false
  }
}
