internal import SystemPackage

extension NameResolver {
  /// An annotation, which is looked at later when it is not evaluated where it stands.
  mutating func visitAnnotation(_ node: PythonNodeID) {
    if postponesAnnotations { return `defer`(.annotation, node) }
    withAnnotation(.bare) { $0.visit(node) }
  }

  mutating func visitAnnotatedAssignment(_ node: PythonNodeID) {
    let annotation = child(1, of: node)
    let value = child(2, of: node)
    visitAnnotation(annotation)
    if value.isPresent, typingMember(annotation) == "TypeAlias" {
      withAnnotation(.bare) { $0.visit(value) }
    } else {
      visit(value)
    }
    visit(child(0, of: node))
  }

  mutating func visitSubscript(_ node: PythonNodeID) {
    let value = child(0, of: node)
    let name = tree[value].symbol
    let isNamed = tree[value].kind == .name || tree[value].kind == .attribute
    if isNamed, name == known.literal {
      visit(value)
      withAnnotation(.none) { $0.visit($0.child(1, of: node)) }
    } else if isNamed, name == known.annotated {
      visit(value)
      visitAnnotated(child(1, of: node))
    } else if typingMember(value) != nil {
      withAnnotation(.bare) { $0.visitChildren(of: node) }
    } else {
      visitChildren(of: node)
    }
  }

  /// The type in `Annotated[…]`, and what is said about it, which is no type.
  private mutating func visitAnnotated(_ index: PythonNodeID) {
    guard tree[index].kind == .tuple, tree[index].linkCount > 1 else { return visit(index) }
    visit(child(0, of: index))
    withAnnotation(.none) { $0.visitChildren(of: index, from: 1) }
  }

  /// The expression in a string that stands for a type.
  mutating func visitStringAnnotation(_ node: PythonNodeID) {
    guard let expression = parse(annotation: node) else {
      return report(.annotationSyntax, node, Representation.of(text: tree.value(ofString: node)))
    }
    visit(expression)
  }

  /// Adds the tree of an annotation to that of the file; nil when it is not one expression.
  private mutating func parse(annotation node: PythonNodeID) -> PythonNodeID? {
    let source = PythonSource(tree.value(ofString: node), path: "")
    guard let module = try? parse(source, as: node) else { return nil }
    let statement = child(0, of: module)
    guard tree[module].linkCount == 1, tree[statement].kind == .expressionStatement else {
      return nil
    }
    let expression = child(0, of: statement)
    tree.nodes[Int(expression.index)].parent = node
    return expression
  }

  /// Adds the tree of a text, which `node` holds, to that of the file.
  mutating func parse(
    _ source: PythonSource, as node: PythonNodeID, origin: (line: Int, column: Int)? = nil
  ) throws(PythonSyntaxError) -> PythonNodeID {
    let tokens = PythonTokens(of: source, version: version)
    if let error = tokens.error { throw error }
    let start = tree.bytes.count
    appendices.append(Appendix(start: start, node: node, origin: origin))
    // Taken out of the resolver, so that the parser does not copy it.
    var parser = PythonParser(
      release(), tokens.tokens, base: start, isASCII: source.isASCII, version: version)
    parser.tree.bytes += source.bytes
    let mark = parser.tree.mark
    defer { tree = parser.tree }
    do throws(PythonSyntaxError) {
      return try parser.module()
    } catch {
      parser.tree.cut(to: mark)
      throw error
    }
  }

  private mutating func release() -> PythonTree {
    var released = PythonTree(bytes: [])
    swap(&released, &tree)
    return released
  }
}
