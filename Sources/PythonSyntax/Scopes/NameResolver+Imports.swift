extension NameResolver {
  mutating func visitImport(_ node: PythonNodeID) {
    for alias in tree.children(of: node) {
      let fullName = tree[alias].symbol
      let local = child(0, of: alias)
      var binding = PythonBinding(kind: .importation, name: fullName, source: node)
      binding.fullName = fullName
      if local.isPresent {
        binding.name = tree[local].symbol
      } else if let package = package(of: fullName) {
        binding.kind = .submodule
        binding.name = package
      }
      bind(binding, node)
    }
  }

  /// What stands before the first dot of a name that has one.
  private mutating func package(of name: PythonSymbol) -> PythonSymbol? {
    let bytes = tree.symbols.bytes(of: name)
    guard let dot = bytes.firstIndex(of: UInt8(ascii: ".")) else { return nil }
    return tree.symbols.intern(String(decoding: bytes[..<dot], as: UTF8.self))
  }

  mutating func visitImportFrom(_ node: PythonNodeID) {
    let isFuture = tree[node].symbol == known.future
    if !isFuture {
      forbidFutures()
    } else if !(scopes[scope].isModule && scopes[scope].allowsFutures) {
      report(.lateFutureImport, node)
    }
    let dots = String(repeating: ".", count: Int(tree[node].detail))
    let module = tree.symbols.intern(dots + tree.symbols.text(of: tree[node].symbol))
    for alias in tree.children(of: node) {
      if isFuture {
        importFuture(alias, from: module, node)
      } else if tree[alias].symbol == known.star {
        importStar(from: module, node)
      } else {
        bind(importation(.importedFrom, alias, from: module, node), node)
      }
    }
  }

  private mutating func importFuture(
    _ alias: PythonNodeID, from module: PythonSymbol, _ node: PythonNodeID
  ) {
    let feature = tree.symbols.text(of: tree[alias].symbol)
    if !Self.features.contains(feature) { report(.unknownFuture, node, feature) }
    if feature == "annotations" { scopes[stack[0]].postponesAnnotations = true }
    var binding = importation(.future, alias, from: module, node)
    binding.use = PythonBinding.Use(scope: scope, node: node)
    bind(binding, node)
  }

  private static let features: Set = [
    "nested_scopes", "generators", "division", "absolute_import", "with_statement",
    "print_function", "unicode_literals", "barry_as_FLUFL", "generator_stop", "annotations",
  ]

  private mutating func importStar(from module: PythonSymbol, _ node: PythonNodeID) {
    guard scopes[scope].isModule else { return report(.starImportNotAtTop, node, module) }
    report(.starImport, node, module)
    let name = tree.symbols.intern(tree.symbols.text(of: module) + ".*")
    var binding = PythonBinding(kind: .starImport, name: name, source: node)
    binding.fullName = module
    bind(binding, node)
    scopes[scope].starImports.removeAll { bindings[$0].name == name }
    scopes[scope].starImports.append(bindings.count - 1)
  }

  private func importation(
    _ kind: PythonBinding.Kind, _ alias: PythonNodeID, from module: PythonSymbol,
    _ node: PythonNodeID
  ) -> PythonBinding {
    let imported = tree[alias].symbol
    let local = child(0, of: alias)
    let name = local.isPresent ? tree[local].symbol : imported
    var binding = PythonBinding(kind: kind, name: name, source: node)
    // Of a future import, pyflakes takes the local name for the imported one.
    binding.importedName = kind == .future ? name : imported
    binding.module = module
    return binding
  }

  /// What is imported, with its module.
  ///
  /// Not kept for names from a module, and clipped: a long module and many names would fill the
  /// memory.
  func fullName(of binding: PythonBinding) -> String {
    guard binding.module != .none else { return tree.symbols.text(of: binding.fullName) }
    let module = tree.symbols.text(of: binding.module, clippedTo: Self.longestModule)
    let name = tree.symbols.text(of: binding.importedName)
    return module.utf8.last == UInt8(ascii: ".") ? module + name : module + "." + name
  }

  /// Whether an import gives another name to what it imports.
  func hasAlias(_ binding: PythonBinding) -> Bool {
    guard binding.module == .none else { return binding.importedName != binding.name }
    let full = tree.symbols.bytes(of: binding.fullName)
    let name = tree.symbols.bytes(of: binding.name)
    let start = full.lastIndex(of: UInt8(ascii: ".")).map { $0 + 1 } ?? full.startIndex
    return !full[start...].elementsEqual(name)
  }

  /// What pyflakes calls an import that nobody uses.
  func importedText(_ binding: PythonBinding) -> String {
    let full = fullName(of: binding)
    switch binding.kind {
    case .submodule: return full
    case .starImport:
      return full.hasSuffix(".") ? "from \(full) import *" : tree.symbols.text(of: binding.name)
    default:
      return hasAlias(binding) ? "\(full) as \(tree.symbols.text(of: binding.name))" : full
    }
  }
}
