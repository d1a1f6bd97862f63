/// How many ways lead through each function, and through each branching statement outside of one.
///
/// Counted as the mccabe program counts, which sees statements only: conditional expressions,
/// `match` and `except*` add nothing.
package struct CyclomaticComplexity: Sendable {
  /// What is counted as one.
  package struct Part: Sendable {
    /// `function`, `Class.method`, or the kind and line of a statement outside of functions.
    package var name: String
    /// The definition or statement.
    package var node: PythonNodeID
    /// The number of ways.
    package var count: Int
  }

  /// The parts, of those with equal names only the last.
  package private(set) var parts: [Part] = []
  private var places: [String: Int] = [:]
  private let tree: PythonTree

  /// Counts in a file; `line` gives the line of a byte.
  package init(_ tree: PythonTree, line: (Int) -> Int) {
    self.tree = tree
    visit(tree.children(of: tree.root), inClass: "", line)
  }

  /// Looks for parts among statements that belong to none.
  private mutating func visit(
    _ statements: PythonChildren, inClass prefix: String, _ line: (Int) -> Int
  ) {
    for statement in statements {
      let node = tree[statement]
      let body = tree.children(of: tree.lastChild(of: statement))
      let name = tree.symbols.text(of: node.symbol)
      switch node.kind {
      case .functionDefinition: add(prefix + name, key: prefix + name, statement, own: 0)
      case .classDefinition: visit(body, inClass: prefix + name + ".", line)
      case .withStatement: visit(body, inClass: prefix, line)
      default:
        guard let kind = kind(of: statement) else { continue }
        let name = "\(kind) \(line(Int(node.start)))"
        add(name, key: prefix + name, statement, own: 1)
      }
    }
  }

  private func kind(of statement: PythonNodeID) -> String? {
    switch tree[statement].kind {
    case .ifStatement: "If"
    case .forStatement, .whileStatement: "Loop"
    case .tryStatement where tree[statement].detail == 0: "TryExcept"
    default: nil
    }
  }

  private mutating func add(_ name: String, key: String, _ node: PythonNodeID, own: Int) {
    let part = Part(name: name, node: node, count: branches(in: node) + own)
    if let place = places[key] { return parts[place] = part }
    places[key] = parts.count
    parts.append(part)
  }
}

extension CyclomaticComplexity {
  /// What a statement adds to the count of the function that it stands in.
  private func branches(in statement: PythonNodeID) -> Int {
    let blocks = tree.children(of: statement)
    switch tree[statement].kind {
    case .functionDefinition: return 1 + branches(inBlock: tree.lastChild(of: statement))
    case .classDefinition, .withStatement:
      return branches(inBlock: tree.lastChild(of: statement))
    case .forStatement, .whileStatement: return 1 + branches(inBlocks: blocks)
    // Two children for each condition, and perhaps an `else`.
    case .ifStatement: return blocks.count / 2 + branches(inBlocks: blocks)
    case .tryStatement where tree[statement].detail == 0:
      let handlers = tree.children(of: tree.child(1, of: statement))
      return 1 + handlers.count + branches(inBlocks: blocks.dropLast())
        + handlers.reduce(0) { $0 + branches(inBlock: tree.lastChild(of: $1)) }
    default: return 0
    }
  }

  private func branches(inBlocks blocks: PythonChildren) -> Int {
    blocks.reduce(0) { $0 + branches(inBlock: $1) }
  }

  private func branches(inBlock block: PythonNodeID) -> Int {
    guard tree[block].kind == .block else { return 0 }
    return tree.children(of: block).reduce(0) { $0 + branches(in: $1) }
  }
}
