extension NameResolver {
  mutating func visitCall(_ node: PythonNodeID) {
    checkFormatCall(node)
    let function = child(0, of: node)
    let arguments = tree.children(of: node).dropFirst()
    guard let member = typingMember(function), let form = TypingCall(member) else {
      visit(function)
      return visitArguments(arguments)
    }
    withAnnotation(.none) { $0.visit(function) }
    visitTypingCall(form, arguments)
  }

  private mutating func visitTypingCall(_ form: TypingCall, _ arguments: PythonChildren) {
    let plain = arguments.filter { tree[$0].kind != .keywordArgument }
    for (place, argument) in plain.enumerated() {
      switch form.meaning(ofArgument: place) {
      case .type: visit(argument, in: .bare)
      case .value: visit(argument, in: .none)
      case .fields: visitFields(argument)
      }
    }
    for argument in arguments where tree[argument].kind == .keywordArgument {
      let name = tree.symbols.text(of: tree[argument].symbol)
      visit(argument, in: form.isType(keyword: name) ? .bare : .none)
    }
  }

  private mutating func visit(_ node: PythonNodeID, in state: AnnotationState) {
    withAnnotation(state) { $0.visit(node) }
  }

  /// The fields of a `TypedDict` or `NamedTuple`: names and types by turns.
  private mutating func visitFields(_ fields: PythonNodeID) {
    switch tree[fields].kind {
    case .dictionary:
      let children = tree.children(of: fields)
      for place in children.indices {
        visit(children[place], in: (place - children.startIndex).isMultiple(of: 2) ? .none : .bare)
      }
    case .tuple, .listDisplay:
      for field in tree.children(of: fields) { visitField(field) }
    default: visit(fields, in: .none)
    }
  }

  private mutating func visitField(_ field: PythonNodeID) {
    guard tree[field].kind == .tuple || tree[field].kind == .listDisplay else {
      return visit(field, in: .none)
    }
    visit(child(0, of: field), in: .none)
    for part in tree.children(of: field).dropFirst() { visit(part, in: .bare) }
  }
}
