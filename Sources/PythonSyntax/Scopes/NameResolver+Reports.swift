extension NameResolver {
  /// Text that was parsed out of a string, and the string.
  struct Appendix {
    var start: Int
    /// What it is reported at.
    var node: PythonNodeID
    /// Of a doctest, the line and the column of the source at which its text begins.
    var origin: (line: Int, column: Int)?
  }

  mutating func report(
    _ kind: PythonProblem.Kind, _ node: PythonNodeID, _ subject: String = "",
    detail: String = "", related: PythonNodeID = .absent
  ) {
    problems.append(
      PythonProblem(
        kind: kind, offset: sourceOffset(of: node), subject: subject, detail: detail,
        related: related.isPresent ? sourceOffset(of: related) : nil))
  }

  mutating func report(
    _ kind: PythonProblem.Kind, _ node: PythonNodeID, _ name: PythonSymbol,
    related: PythonNodeID = .absent
  ) {
    report(kind, node, tree.symbols.text(of: name), related: related)
  }

  /// Where a node starts; where its string starts if it was parsed out of one.
  mutating func sourceOffset(of node: PythonNodeID) -> Int {
    var offset = Int(tree[node].start)
    while offset >= sourceEnd, let place = appendices.lastIndex(where: { $0.start <= offset }) {
      let appendix = appendices[place]
      if let origin = appendix.origin {
        return doctestOffset(of: offset, from: appendix.start, origin)
      }
      offset = Int(tree[appendix.node].start)
    }
    return offset
  }

  private mutating func doctestOffset(
    of offset: Int, from start: Int, _ origin: (line: Int, column: Int)
  ) -> Int {
    let before = tree.bytes[start..<offset]
    let line = before.count { $0 == Byte.newline }
    let lineStart = before.lastIndex(of: Byte.newline).map { $0 + 1 } ?? start
    return lines.offset(
      line: origin.line + line, column: origin.column + offset - lineStart)
  }

  /// The parent that Python's own tree has: blocks and lists are none there.
  func parent(of node: PythonNodeID) -> PythonNodeID {
    var parent = tree[node].parent
    while tree[parent].kind == .block || tree[parent].kind == .list { parent = tree[parent].parent }
    return parent
  }

  /// The first parent that is no display and nothing that has a context.
  func statementParent(of node: PythonNodeID) -> PythonNodeID {
    var parent = parent(of: node)
    while isDisplayOrTarget(tree[parent].kind) { parent = self.parent(of: parent) }
    return parent
  }

  private func isDisplayOrTarget(_ kind: PythonNodeKind) -> Bool {
    switch kind {
    case .tuple, .listDisplay, .setDisplay, .starred, .attribute, .subscripted, .name: true
    default: false
    }
  }

  mutating func withAnnotation(_ state: AnnotationState, _ body: (inout Self) -> Void) {
    let outer = annotationState
    annotationState = state
    body(&self)
    annotationState = outer
  }

  /// Whether annotations are not evaluated where they stand.
  var postponesAnnotations: Bool { scopes[stack[0]].postponesAnnotations || version.minor >= 14 }

  var isInPostponedAnnotation: Bool {
    annotationState == .string || annotationState == .bare && postponesAnnotations
  }
}
