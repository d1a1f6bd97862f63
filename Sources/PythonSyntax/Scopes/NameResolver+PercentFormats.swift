extension NameResolver {
  mutating func visitBinary(_ node: PythonNodeID) {
    let isModulo = tree[node].detail == PythonOperator.modulo.rawValue
    if isModulo, tree[child(0, of: node)].kind == .string { checkPercentFormat(node) }
    visitChildren(of: node)
  }

  /// What the placeholders of a format ask for.
  private struct Wants {
    var isPositional: Bool?
    var count = 0
    var names: Set<String> = []
  }

  private mutating func checkPercentFormat(_ node: PythonNodeID) {
    let format = PercentFormat(tree.text(ofString: child(0, of: node)))
    guard let placeholders = format.placeholders else {
      return report(.percentInvalid, node, "incomplete format")
    }
    var wants = Wants()
    for placeholder in placeholders where placeholder.conversion != "%" {
      guard check(placeholder, &wants, node) else { return }
    }
    checkValues(child(1, of: node), wants, node)
  }

  /// Whether the check goes on behind the placeholder.
  private mutating func check(
    _ placeholder: PercentFormat.Placeholder, _ wants: inout Wants, _ node: PythonNodeID
  ) -> Bool {
    if !"diouxXeEfFgGcrsa".unicodeScalars.contains(placeholder.conversion) {
      let character = Array(String(placeholder.conversion).utf8)
      report(.percentConversion, node, Representation.of(text: character))
    }
    let isPositional = wants.isPositional ?? (placeholder.key == nil)
    wants.isPositional = isPositional
    for _ in 0..<placeholder.stars {
      if isPositional { wants.count += 1 } else { report(.percentStarInMapping, node) }
    }
    guard isPositional == (placeholder.key == nil) else {
      report(.percentMixed, node)
      return false
    }
    if let key = placeholder.key { wants.names.insert(key) } else { wants.count += 1 }
    return true
  }

  private mutating func checkValues(
    _ values: PythonNodeID, _ wants: Wants, _ node: PythonNodeID
  ) {
    let isPositional = wants.isPositional ?? false
    let children = tree.children(of: values)
    switch tree[values].kind {
    case .tuple, .listDisplay:
      guard !children.contains(where: { tree[$0].kind == .starred }) else { return }
      if isPositional, wants.count != children.count {
        report(.percentCount, node, String(wants.count), detail: String(children.count))
      } else if !isPositional {
        report(.percentExpectsMapping, node)
      }
    case .dictionary: checkMapping(values, wants, node)
    default: break
    }
  }

  private mutating func checkMapping(
    _ mapping: PythonNodeID, _ wants: Wants, _ node: PythonNodeID
  ) {
    let keys = tree.children(of: mapping).enumerated().filter { $0.offset.isMultiple(of: 2) }
    guard keys.allSatisfy({ tree[$0.element].kind == .string }) else { return }
    let isPositional = wants.isPositional ?? false
    if isPositional {
      if wants.count > 1 { report(.percentExpectsSequence, node) }
      return
    }
    let names = Set(keys.map { tree.text(ofString: $0.element) })
    report(.percentUnusedKey, node, listing: names.subtracting(wants.names))
    report(.percentMissingKey, node, listing: wants.names.subtracting(names))
  }

  /// Reports names in Python's order, if there are any.
  mutating func report(
    _ kind: PythonProblem.Kind, _ node: PythonNodeID, listing names: Set<String>
  ) {
    guard !names.isEmpty else { return }
    report(kind, node, Array(names).inCodePointOrder.joined(separator: ", "))
  }
}
