extension NameResolver {
  /// What a name or attribute is called in `typing`, if it comes from there.
  func typingMember(_ node: PythonNodeID) -> String? {
    switch tree[node].kind {
    case .name:
      guard let binding = innermostBinding(of: tree[node].symbol), binding.kind == .importedFrom,
        isTyping(binding.module)
      else { return nil }
      return tree.symbols.text(of: binding.importedName)
    case .attribute:
      let value = child(0, of: node)
      guard tree[value].kind == .name, let binding = innermostBinding(of: tree[value].symbol),
        binding.isImportation, isTyping(binding.fullName)
      else { return nil }
      return tree.symbols.text(of: tree[node].symbol)
    default: return nil
    }
  }

  private func innermostBinding(of name: PythonSymbol) -> PythonBinding? {
    for index in stack.reversed() {
      if let binding = scopes[index][name] { return bindings[binding] }
    }
    return nil
  }

  private func isTyping(_ module: PythonSymbol) -> Bool {
    module == known.typing || module == known.typingExtensions
  }

  /// Whether a function is one of several signatures of one.
  func isOverload(_ binding: PythonBinding) -> Bool {
    guard tree[binding.source].kind == .functionDefinition else { return false }
    return tree.children(of: child(0, of: binding.source)).contains {
      typingMember($0) == "overload"
    }
  }
}
