extension NameResolver {
  /// Looks a name up where it is read.
  mutating func load(_ name: PythonSymbol, _ node: PythonNodeID) {
    let use = PythonBinding.Use(scope: scope, node: node)
    var seesClassNames: Bool?
    var hasStarImport = false
    for index in stack.reversed() {
      let kind = scopes[index].kind
      if kind == .classBody {
        if name == known.dunderClass { return }
        // Only what stands in a class directly, or in its comprehensions, sees its names.
        if seesClassNames == false { continue }
      }
      if let binding = scopes[index][name] {
        if bindings[binding].kind == .annotation, !isInPostponedAnnotation {
          bindings[binding].use = use
          continue
        }
        return note(use, of: binding, in: index)
      }
      hasStarImport = hasStarImport || scopes[index].hasStarImport
      if seesClassNames != false {
        seesClassNames = kind == .typeParameters || scopes[index].isComprehension
      }
    }
    if hasStarImport { return reportStarUse(of: name, use) }
    reportUndefined(name, node)
  }

  private mutating func note(_ use: PythonBinding.Use, of binding: Int, in scope: Int) {
    let found = bindings[binding]
    if found.name == known.print, found.kind == .builtin { checkPrint(use.node) }
    bindings[binding].use = use
    // `import a` and `import a as b`: the use of the second is a use of the first.
    guard found.kind == .importation, hasAlias(found), let other = scopes[scope][found.fullName]
    else { return }
    bindings[other].use = use
  }

  private mutating func checkPrint(_ node: PythonNodeID) {
    let parent = tree[statementParent(of: node)]
    if parent.kind == .binary, parent.detail == PythonOperator.rightShift.rawValue {
      report(.printShift, node)
    }
  }

  private mutating func reportStarUse(of name: PythonSymbol, _ use: PythonBinding.Use) {
    for index in stack {
      for binding in scopes[index].starImports { bindings[binding].use = use }
    }
    report(
      .perhapsFromStarImport, use.node, tree.symbols.text(of: name),
      detail: starModules)
  }

  /// The modules of which all names were imported, as pyflakes lists them.
  private var starModules: String {
    mutating get {
      let imports = stack.flatMap { scopes[$0].starImports }
      if imports != listedImports.imports {
        let modules = imports.map { tree.symbols.text(of: bindings[$0].fullName) }
        let list = modules.inCodePointOrder.joined(separator: ", ")
        listedImports = (imports, String(list.unicodeScalars.prefix(Self.longestModule)))
      }
      return listedImports.text
    }
  }

  private mutating func reportUndefined(_ name: PythonSymbol, _ node: PythonNodeID) {
    if name == known.dunderPath, isPackage { return }
    if known.classMagic.contains(name), scopes[scope].kind == .classBody { return }
    if handledNames.last?.contains(known.nameError) == true { return }
    undefinedNames[name, default: []].append(problems.count)
    report(.undefinedName, node, name)
  }
}

extension [String] {
  /// Sorted as Python sorts strings.
  var inCodePointOrder: [String] {
    sorted { $0.unicodeScalars.lexicographicallyPrecedes($1.unicodeScalars) }
  }
}
