internal import Diagnostics
internal import SystemPackage

extension NameResolver {
  /// Looks at the examples in the docstring of a function or class, in a module of their own.
  mutating func visitDoctests(of node: PythonNodeID) {
    let body = tree.lastChild(of: node)
    let docstring = child(0, of: child(0, of: body))
    guard tree[child(0, of: body)].kind == .expressionStatement, tree[docstring].kind == .string
    else { return }
    let parser = DoctestParser(tree.value(ofString: docstring))
    guard parser.isConsistent, !parser.examples.isEmpty else { return }
    stack = [stack[0]]
    enterScope(.doctest)
    if scopes[stack[0]][known.underscore] == nil { addBuiltin(known.underscore, to: scope) }
    let line = lines.line(of: Int(tree[docstring].start))
    for example in parser.examples {
      let origin = (line: line + example.line, column: example.indent + 4)
      visit(example, of: node, origin: origin)
    }
    leaveScope()
  }

  private mutating func visit(
    _ example: DoctestParser.Example, of node: PythonNodeID, origin: (line: Int, column: Int)
  ) {
    let source = PythonSource(example.source, path: "")
    do throws(PythonSyntaxError) {
      let module = try parse(source, as: node, origin: origin)
      for statement in tree.children(of: module) { visit(statement) }
    } catch {
      let place = source.position(of: error.offset)
      report(.doctestSyntax, node)
      problems[problems.count - 1].offset = lines.offset(
        line: origin.line + place.line - 1, column: origin.column + place.column)
    }
  }
}
