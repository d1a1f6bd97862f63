extension NameResolver {
  mutating func visitName(_ node: PythonNodeID) {
    let name = tree[node].symbol
    switch NameContext(rawValue: tree[node].detail) {
    case .store: store(name, node)
    case .delete: delete(name, node)
    default:
      load(name, node)
      if name == known.locals, scopes[scope].kind == .function,
        tree[tree[node].parent].kind == .call
      {
        scopes[scope].usesLocals = true
      }
    }
  }

  /// A comprehension, whose first iterable is evaluated outside of it.
  mutating func visitComprehension(_ node: PythonNodeID) {
    let children = tree.children(of: node)
    let clauses = children.filter { tree[$0].kind == .comprehensionClause }
    guard let first = clauses.first else { return }
    visit(child(1, of: first))
    enterScope(tree[node].kind == .generator ? .generator : .comprehension)
    visit(child(0, of: first))
    visitChildren(of: first, from: 2)
    for clause in clauses.dropFirst() { visit(clause) }
    for child in children where tree[child].kind != .comprehensionClause { visit(child) }
    leaveScope()
  }

  /// A display, which has rules when it is assigned to.
  mutating func visitDisplay(_ node: PythonNodeID) {
    if tree[node].detail == NameContext.store.rawValue { checkStars(node) }
    visitChildren(of: node)
  }

  private mutating func checkStars(_ node: PythonNodeID) {
    let children = tree.children(of: node)
    let stars = children.indices.filter { tree[children[$0]].kind == .starred }
    if stars.count > 1 { report(.twoStars, node) }
    let before = stars.first.map { $0 - children.startIndex } ?? -1
    if before >= 1 << 8 || children.count - before - 1 >= 1 << 24 {
      report(.tooManyTargets, node)
    }
  }

  mutating func visitFormattedString(_ node: PythonNodeID, _ kind: PythonNodeKind) {
    let hasField = tree.children(of: node).contains { tree[$0].kind == .replacement }
    if !hasField {
      if kind == .templateString {
        report(.noTemplatePlaceholder, node)
      } else if !isInFormattedString {
        report(.noPlaceholder, node)
      }
    }
    let outer = isInFormattedString
    isInFormattedString = true
    visitChildren(of: node)
    isInFormattedString = outer
  }

  mutating func visitCompare(_ node: PythonNodeID) {
    var left = child(0, of: node)
    for comparison in tree.children(of: node).dropFirst() {
      let right = child(0, of: comparison)
      let op = PythonOperator(rawValue: tree[comparison].detail)
      if op == .is || op == .isNot, isLiteral(left) || isLiteral(right) {
        report(.isLiteral, node)
      }
      left = right
    }
    visitChildren(of: node)
  }

  /// Whether a value has an identity of its own that nobody knows.
  private func isLiteral(_ node: PythonNodeID) -> Bool {
    switch tree[node].kind {
    case .string, .bytes, .number: true
    case .tuple: isConstant(node)
    default: false
    }
  }

  private func isConstant(_ node: PythonNodeID) -> Bool {
    switch tree[node].kind {
    case .string, .bytes, .number, .trueLiteral, .falseLiteral, .noneLiteral, .ellipsis: true
    case .tuple: tree.children(of: node).allSatisfy { isConstant($0) }
    default: false
    }
  }

  mutating func visitPattern(_ node: PythonNodeID, _ kind: PythonNodeKind) {
    store(tree[node].symbol, node)
    guard kind == .mappingPattern else { return visitChildren(of: node) }
    let children = tree.children(of: node)
    for place in stride(from: children.startIndex, to: children.endIndex, by: 2) {
      visit(children[place])
    }
    for place in stride(from: children.startIndex + 1, to: children.endIndex, by: 2) {
      visit(children[place])
    }
  }
}
