extension NameResolver {
  mutating func visitDictionary(_ node: PythonNodeID) {
    checkRepeatedKeys(node)
    visitChildren(of: node)
  }

  private mutating func checkRepeatedKeys(_ node: PythonNodeID) {
    let children = Array(tree.children(of: node))
    guard children.count >= 4 else { return }
    var places: [LiteralValue: [Int]] = [:]
    var order: [LiteralValue] = []
    for place in stride(from: 0, to: children.count, by: 2) where isComparable(children[place]) {
      let key = LiteralValue(children[place], in: tree)
      if places[key] == nil { order.append(key) }
      places[key, default: []].append(place)
    }
    for key in order {
      guard let found = places[key], found.count > 1, hasUniqueValue(found, children) else {
        continue
      }
      let first = children[found[0]]
      for place in found { report(key, children[place], first) }
    }
  }

  private func isComparable(_ key: PythonNodeID) -> Bool {
    if case .other = LiteralValue(key, in: tree) { return false }
    return key.isPresent
  }

  /// Whether one of the values stands there only once.
  private func hasUniqueValue(_ places: [Int], _ children: [PythonNodeID]) -> Bool {
    var counts: [LiteralValue: Int] = [:]
    for place in places { counts[LiteralValue(children[place + 1], in: tree), default: 0] += 1 }
    return counts.values.contains(1)
  }

  private mutating func report(
    _ key: LiteralValue, _ node: PythonNodeID, _ first: PythonNodeID
  ) {
    if case .variable(let name) = key { return report(.repeatedVariableKey, node, name) }
    report(.repeatedKey, node, key.representation(of: first, in: tree))
  }
}
