extension NameResolver {
  /// Reports what was never used, when everything was looked at.
  mutating func checkDeadScopes() {
    for index in deadScopes {
      let kind = scopes[index].kind
      if scopes[index].hasIndirections { checkIndirections(scopes[index].indirections) }
      guard kind != .classBody, kind != .typeParameters else { continue }
      let bound = scopes[index].ordered
      if kind == .function { checkUnusedNames(bound, in: index) }
      let exported = exportedNames(of: index)
      checkExports(exported, in: index)
      checkImports(bound, exported: Set(exported))
    }
  }

  private mutating func checkIndirections(_ indirections: [PythonSymbol: PythonNodeID]) {
    let ordered = indirections.sorted {
      ($0.value.index, $0.key.index) < ($1.value.index, $1.key.index)
    }
    for (name, node) in ordered {
      let keyword = tree[node].kind == .globalStatement ? "global" : "nonlocal"
      report(.unusedIndirection, node, tree.symbols.text(of: name), detail: keyword)
    }
  }

  private mutating func checkUnusedNames(
    _ bound: [(name: PythonSymbol, binding: Int)], in scope: Int
  ) {
    for (name, index) in bound where !scopes[scope].usesLocals {
      let binding = bindings[index]
      guard binding.use == nil, binding.isAssignment, name != known.underscore,
        !known.alwaysUsed.contains(name)
      else { continue }
      report(.unusedVariable, binding.source, name)
    }
    for (name, index) in bound where bindings[index].kind == .annotation {
      guard bindings[index].use == nil else { continue }
      report(.unusedAnnotation, bindings[index].source, name)
    }
  }

  private func exportedNames(of scope: Int) -> [String] {
    guard let all = scopes[scope][known.all], bindings[all].kind == .export else { return [] }
    return exportedNames[all] ?? []
  }

  private mutating func checkExports(
    _ names: [String], in scope: Int
  ) {
    guard let all = scopes[scope][known.all] else { return }
    let source = bindings[all].source
    var undefined: [String] = []
    for name in names where scopes[scope][tree.symbols.intern(name)] == nil {
      undefined.append(name)
    }
    guard !undefined.isEmpty else { return }
    guard scopes[scope].hasStarImport else {
      for name in undefined where !isPackage { report(.undefinedExport, source, name) }
      return
    }
    var modules: [String] = []
    for index in scopes[scope].starImports {
      bindings[index].use = PythonBinding.Use(scope: scope, node: source)
      modules.append(tree.symbols.text(of: bindings[index].fullName))
    }
    let list = modules.inCodePointOrder.joined(separator: ", ")
    for name in undefined { report(.perhapsFromStarImport, source, name, detail: list) }
  }

  private mutating func checkImports(
    _ bound: [(name: PythonSymbol, binding: Int)], exported: Set<String>
  ) {
    for (_, index) in bound {
      let binding = bindings[index]
      guard binding.isImportation, binding.use == nil,
        exported.isEmpty || !exported.contains(tree.symbols.text(of: binding.name))
      else { continue }
      report(.unusedImport, binding.source, importedText(binding))
      for node in laterRedefinitions[index] ?? [] {
        report(.redefinition, node, binding.name, related: binding.source)
      }
    }
  }
}
