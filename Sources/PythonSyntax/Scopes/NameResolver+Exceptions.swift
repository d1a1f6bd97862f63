extension NameResolver {
  mutating func visitTry(_ node: PythonNodeID) {
    let handlers = tree.children(of: child(1, of: node))
    var names: [PythonSymbol] = []
    for handler in handlers {
      let caught = child(0, of: handler)
      let types = tree[caught].kind == .tuple ? Array(tree.children(of: caught)) : [caught]
      names += types.filter { tree[$0].kind == .name }.map { tree[$0].symbol }
      if !caught.isPresent, handler != handlers.last { report(.bareExceptNotLast, handler) }
    }
    handledNames.append(names)
    visit(child(0, of: node))
    handledNames.removeLast()
    visitChildren(of: node, from: 1)
  }

  /// A handler, whose name lives only inside of it.
  mutating func visitHandler(_ node: PythonNodeID) {
    let name = tree[node].symbol
    guard name != .none else { return visitChildren(of: node) }
    if scopes[scope][name] != nil { store(name, node) }
    let hidden = scopes[scope].unbind(name)
    store(name, node)
    visitChildren(of: node)
    if let binding = scopes[scope].unbind(name), bindings[binding].use == nil {
      report(.unusedVariable, node, name)
    }
    if let hidden { scopes[scope].bind(name, to: hidden) }
  }
}
