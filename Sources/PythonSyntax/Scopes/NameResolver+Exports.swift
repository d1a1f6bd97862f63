extension NameResolver {
  /// What an assignment to `__all__` lists, as far as it is written out.
  mutating func exportedNames(by statement: PythonNodeID) -> [String] {
    var names: [String] = []
    if tree[statement].kind == .augmentedAssignment, let all = scopes[scope][known.all] {
      // Nobody asks for the list that this one replaces.
      names = exportedNames.removeValue(forKey: all) ?? []
    }
    let value = tree.lastChild(of: statement)
    if isList(value) {
      names += strings(in: value)
    } else {
      addConcatenated(value, to: &names)
    }
    return names
  }

  private func isList(_ node: PythonNodeID) -> Bool {
    tree[node].kind == .listDisplay || tree[node].kind == .tuple
  }

  private func strings(in list: PythonNodeID) -> [String] {
    tree.children(of: list).filter { tree[$0].kind == .string }.map { tree.text(ofString: $0) }
  }

  /// Lists that are put together, read from the right up to the first that is no list.
  private func addConcatenated(_ sum: PythonNodeID, to names: inout [String]) {
    var sum = sum
    while tree[sum].kind == .binary {
      let operands = tree.children(of: sum)
      for operand in operands.dropFirst().reversed() {
        guard isList(operand) else { return }
        names += strings(in: operand)
      }
      sum = operands.first ?? .absent
      if isList(sum) { return names += strings(in: sum) }
    }
  }
}
