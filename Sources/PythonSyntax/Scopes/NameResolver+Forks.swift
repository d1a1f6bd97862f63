extension NameResolver {
  /// Whether the two nodes are on branches of which only one is run.
  func areOnDifferentForks(_ left: PythonNodeID, _ right: PythonNodeID) -> Bool {
    let ancestor = commonAncestor(left, right)
    switch tree[ancestor].kind {
    case .ifStatement:
      let places = (place(of: left, in: ancestor), place(of: right, in: ancestor))
      // A condition and its block are neighbours; the first of the two blocks decides.
      let body = min(places.0, places.1) / 2 * 2 + 1
      return (places.0 == body) != (places.1 == body)
    case .matchStatement: return isInCaseBody(left, ancestor) || isInCaseBody(right, ancestor)
    case .tryStatement where tree[ancestor].detail == 0:
      return fork(of: left, in: ancestor) != fork(of: right, in: ancestor)
    case .list:
      let statement = tree[tree[ancestor].parent]
      return statement.kind == .tryStatement && statement.detail == 0
    default: return false
    }
  }

  /// The innermost node around both; absent when there is none.
  private func commonAncestor(_ left: PythonNodeID, _ right: PythonNodeID) -> PythonNodeID {
    var (left, right) = (left, right)
    // Parents come behind their children in the tree.
    while left != right {
      guard left.isPresent, right.isPresent else { return .absent }
      if left.index < right.index {
        left = tree[left].parent
      } else {
        right = tree[right].parent
      }
    }
    return left
  }

  /// The place, among the children of an ancestor, of the one that holds a node.
  private func place(of node: PythonNodeID, in ancestor: PythonNodeID) -> Int {
    let branch = branch(of: node, in: ancestor)
    let children = tree.children(of: ancestor)
    return (children.firstIndex(of: branch) ?? children.startIndex) - children.startIndex
  }

  private func branch(of node: PythonNodeID, in ancestor: PythonNodeID) -> PythonNodeID {
    var branch = node
    while tree[branch].parent != ancestor, branch.isPresent { branch = tree[branch].parent }
    return branch
  }

  /// Body, handlers, `else` and `finally` are numbered from 0; the body goes with the `else`.
  private func fork(of node: PythonNodeID, in statement: PythonNodeID) -> Int {
    let place = place(of: node, in: statement)
    return place == 2 ? 0 : place
  }

  private func isInCaseBody(_ node: PythonNodeID, _ statement: PythonNodeID) -> Bool {
    let matchCase = branch(of: node, in: statement)
    guard matchCase != node, tree[matchCase].kind == .matchCase else { return false }
    return tree[branch(of: node, in: matchCase)].kind == .block
  }
}
