extension NameResolver {
  mutating func visitFunction(_ node: PythonNodeID) {
    visitChildren(of: child(0, of: node))
    enterTypeParameters(child(1, of: node))
    visitSignature(child(2, of: node), result: child(3, of: node))
    `defer`(.function, node)
    leaveScope()
    bind(PythonBinding(kind: .function, name: tree[node].symbol, source: node), node)
    deferDoctests(node)
  }

  mutating func visitLambda(_ node: PythonNodeID) {
    visitSignature(child(0, of: node), result: .absent)
    `defer`(.function, node)
  }

  private mutating func deferDoctests(_ node: PythonNodeID) {
    guard readsDoctests, !isInDoctest, scopes[scope].kind != .function else { return }
    `defer`(.doctest, node)
  }

  /// Type parameters, in a scope of their own; the caller leaves it.
  private mutating func enterTypeParameters(_ list: PythonNodeID) {
    enterScope(.typeParameters)
    for parameter in tree.children(of: list) {
      depth += 1
      store(tree[parameter].symbol, parameter)
      depth -= 1
      `defer`(.annotation, child(0, of: parameter))
    }
  }

  /// Annotations and defaults, which are evaluated outside of the function.
  private mutating func visitSignature(_ list: PythonNodeID, result: PythonNodeID) {
    let parameters = tree.children(of: list)
    let variadic = parameters.filter { isVariadic($0) }
    let named = parameters.filter { !isVariadic($0) }
    checkDuplicates(named + variadic, list)
    for parameter in named + variadic { visitAnnotation(child(0, of: parameter)) }
    visitAnnotation(result)
    for parameter in named where form(of: parameter) != .keywordOnly {
      visit(child(1, of: parameter))
    }
    for parameter in named where form(of: parameter) == .keywordOnly {
      visit(child(1, of: parameter))
    }
  }

  private func form(of parameter: PythonNodeID) -> ParameterForm {
    ParameterForm(rawValue: tree[parameter].detail) ?? .ordinary
  }

  private func isVariadic(_ parameter: PythonNodeID) -> Bool {
    form(of: parameter) == .variadic || form(of: parameter) == .keywords
  }

  private mutating func checkDuplicates(
    _ parameters: [PythonNodeID], _ list: PythonNodeID
  ) {
    var seen: Set<PythonSymbol> = []
    for parameter in parameters where !seen.insert(tree[parameter].symbol).inserted {
      report(.duplicateArgument, tree[list].parent, tree[parameter].symbol)
    }
  }

  /// Binds the parameters, and looks at the body.
  mutating func visitFunctionBody(_ node: PythonNodeID) {
    enterScope(.function)
    let isLambda = tree[node].kind == .lambda
    for parameter in tree.children(of: child(isLambda ? 0 : 2, of: node)) {
      bind(
        PythonBinding(kind: .argument, name: tree[parameter].symbol, source: parameter), parameter)
    }
    depth += 1
    visit(child(isLambda ? 1 : 4, of: node))
    depth -= 1
    leaveScope()
  }

  mutating func visitClass(_ node: PythonNodeID) {
    visitChildren(of: child(0, of: node))
    enterTypeParameters(child(1, of: node))
    visitArguments(tree.children(of: child(2, of: node)))
    enterScope(.classBody)
    deferDoctests(node)
    visit(child(3, of: node))
    leaveScope()
    leaveScope()
    bind(PythonBinding(kind: .classDefinition, name: tree[node].symbol, source: node), node)
  }

  /// Plain arguments, then those with keywords.
  mutating func visitArguments(_ arguments: PythonChildren) {
    for argument in arguments where tree[argument].kind != .keywordArgument { visit(argument) }
    for argument in arguments where tree[argument].kind == .keywordArgument { visit(argument) }
  }

  mutating func visitTypeAlias(_ node: PythonNodeID) {
    enterTypeParameters(child(1, of: node))
    `defer`(.annotation, child(2, of: node))
    leaveScope()
    visit(child(0, of: node))
  }
}
