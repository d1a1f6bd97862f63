extension NameResolver {
  mutating func visitReturn(_ node: PythonNodeID) {
    guard !isOutsideFunction else { return report(.returnOutsideFunction, node) }
    visitChildren(of: node)
  }

  mutating func visitYield(_ node: PythonNodeID) {
    guard !isOutsideFunction else { return report(.yieldOutsideFunction, node) }
    visitChildren(of: node)
  }

  private var isOutsideFunction: Bool {
    scopes[scope].isModule || scopes[scope].kind == .classBody
  }

  /// The value of an assignment or named expression, then its targets.
  mutating func visitAssignment(_ node: PythonNodeID) {
    visit(tree.lastChild(of: node))
    for target in tree.children(of: node).dropLast() { visit(target) }
  }

  mutating func visitAugmentedAssignment(_ node: PythonNodeID) {
    let target = child(0, of: node)
    if tree[target].kind == .name { load(tree[target].symbol, target) }
    visit(child(1, of: node))
    visit(target)
  }

  /// Targets and conditions of a loop, which come after what is looped over.
  mutating func visitLoop(_ node: PythonNodeID) {
    visit(child(1, of: node))
    visit(child(0, of: node))
    visitChildren(of: node, from: 2)
  }

  mutating func visitIf(_ node: PythonNodeID) {
    let children = tree.children(of: node)
    var place = 0
    for child in children {
      let isTest = place.isMultiple(of: 2) && place + 1 < children.count
      if isTest { checkTuple(child, .ifTuple, at: ifKeyword(of: child, in: node)) }
      visit(child)
      place += 1
    }
  }

  /// Where the `if` or `elif` stands that a condition belongs to.
  private func ifKeyword(of test: PythonNodeID, in node: PythonNodeID) -> Int {
    let isFirst = test == child(0, of: node)
    return isFirst ? Int(tree[node].start) : tree.elifKeyword(before: Int(tree[test].start))
  }

  mutating func visitConditional(_ node: PythonNodeID) {
    checkTuple(child(0, of: node), .ifTuple, at: Int(tree[node].start))
    visitChildren(of: node)
  }

  mutating func visitAssert(_ node: PythonNodeID) {
    checkTuple(child(0, of: node), .assertOnTuple, at: Int(tree[node].start))
    visitChildren(of: node)
  }

  /// A tuple with elements is true, whatever they are.
  private mutating func checkTuple(
    _ test: PythonNodeID, _ kind: PythonProblem.Kind, at offset: Int
  ) {
    guard tree[test].kind == .tuple, tree[test].linkCount > 0 else { return }
    report(kind, test)
    problems[problems.count - 1].offset = offset < sourceEnd ? offset : sourceOffset(of: test)
  }

  mutating func visitRaise(_ node: PythonNodeID) {
    visitChildren(of: node)
    var raised = child(0, of: node)
    if tree[raised].kind == .call { raised = child(0, of: raised) }
    if tree[raised].kind == .name, tree[raised].symbol == known.notImplemented {
      report(.raiseNotImplemented, node)
    }
  }

  /// Reports `break` and `continue` to which there is no loop.
  mutating func checkLoop(around node: PythonNodeID, _ kind: PythonProblem.Kind) {
    var branch = node
    var parent = tree[node].parent
    while parent.isPresent {
      switch tree[parent].kind {
      case .forStatement, .whileStatement:
        if tree.lastChild(of: parent) != branch { return }
      case .functionDefinition where tree[parent].detail == 0: return report(kind, node)
      case .classDefinition: return report(kind, node)
      default: break
      }
      branch = parent
      parent = tree[parent].parent
    }
    report(kind, node)
  }

  mutating func visitGlobal(_ node: PythonNodeID) {
    let position = isInDoctest ? 1 : 0
    let global = stack[position]
    guard scope != global else { return }
    for identifier in tree.children(of: node) {
      declare(tree[identifier].symbol, node, global, inner: stack[(position + 1)...])
    }
  }

  /// Binds a global or nonlocal name in the module and in all scopes on the way, as used.
  private mutating func declare(
    _ name: PythonSymbol, _ node: PythonNodeID, _ global: Int, inner: ArraySlice<Int>
  ) {
    forgetUndefined(name)
    var binding = PythonBinding(kind: .assignment, name: name, source: node)
    binding.use = PythonBinding.Use(scope: global, node: node)
    bindings.append(binding)
    let index = bindings.count - 1
    if scopes[global][name] == nil { scopes[global].bind(name, to: index) }
    for scope in inner { scopes[scope].bind(name, to: index) }
    scopes[scope].indirections[name] = node
  }

  /// Takes back that a name is undefined: pyflakes takes any declaration for a definition.
  private mutating func forgetUndefined(_ name: PythonSymbol) {
    retracted.formUnion(undefinedNames.removeValue(forKey: name) ?? [])
  }

  var isInDoctest: Bool { stack.count >= 2 && scopes[stack[1]].kind == .doctest }
}
