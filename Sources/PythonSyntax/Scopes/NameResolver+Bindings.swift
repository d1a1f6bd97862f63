extension NameResolver {
  /// Puts a binding into the scope, and reports what it hides.
  mutating func bind(_ new: PythonBinding, _ node: PythonNodeID) {
    var binding = new
    let holder = stack.last { scopes[$0][new.name] != nil } ?? stack[0]
    if let index = scopes[holder][new.name] { checkRedefinition(of: index, in: holder, new, node) }
    let current = scopes[scope][new.name]
    if let current { binding.use = bindings[current].use }
    bindings.append(binding)
    if binding.kind == .annotation, current != nil { return }
    guard binding.kind == .namedExpression else {
      return scopes[scope].bind(new.name, to: bindings.count - 1)
    }
    bindOutsideComprehensions(new.name)
  }

  /// A name bound by `:=` belongs to the scope around the comprehension that it stands in.
  private mutating func bindOutsideComprehensions(_ name: PythonSymbol) {
    let target = stack.last { !scopes[$0].isComprehension } ?? stack[0]
    if let existing = scopes[target][name], bindings[existing].kind != .annotation { return }
    scopes[target].bind(name, to: bindings.count - 1)
  }

  private func redefines(_ new: PythonBinding, _ existing: PythonBinding) -> Bool {
    guard new.module != .none || existing.module != .none, new.isImportation,
      new.kind == .submodule || existing.kind == .submodule
    else { return new.redefines(existing) }
    return fullName(of: new) == fullName(of: existing)
  }

  private mutating func checkRedefinition(
    of index: Int, in holder: Int, _ new: PythonBinding, _ node: PythonNodeID
  ) {
    let existing = bindings[index]
    guard existing.kind != .builtin, !areOnDifferentForks(node, existing.source) else { return }
    if existing.isImportation, tree[statementParent(of: new.source)].kind == .forStatement {
      report(.importShadowedByLoopVariable, node, new.name, related: existing.source)
    } else if holder == scope {
      if existing.use == nil, redefines(new, existing),
        new.name != known.underscore || existing.isImportation, !isOverload(existing)
      {
        report(.redefinition, node, new.name, related: existing.source)
      }
      if scopes[holder].hasIndirections { scopes[holder].settle(new.name) }
    } else if existing.isImportation, redefines(new, existing) {
      laterRedefinitions[index, default: []].append(node)
    }
  }
}
