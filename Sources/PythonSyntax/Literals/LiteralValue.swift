/// What a key or value of a dictionary is, as far as two of them can be compared.
enum LiteralValue: Hashable {
  case text([UInt8])
  case bytes([UInt8])
  case integer(String)
  case real(Double)
  case imaginary(Double)
  case none, ellipsis
  case tuple([LiteralValue])
  case variable(PythonSymbol)
  /// Equal to nothing but itself.
  case other(PythonNodeID)
}

extension LiteralValue {
  /// The value of an expression.
  init(_ node: PythonNodeID, in tree: PythonTree) {
    self =
      switch tree[node].kind {
      case .string: .text(tree.value(ofString: node))
      case .bytes: .bytes(tree.value(ofString: node))
      case .number: NumberLiteral(tree.bytes[tree.range(of: node)]).value
      case .trueLiteral: .integer("1")
      case .falseLiteral: .integer("0")
      case .noneLiteral: .none
      case .ellipsis: .ellipsis
      case .name: .variable(tree[node].symbol)
      case .tuple: .tuple(tree.children(of: node).map { LiteralValue($0, in: tree) })
      default: .other(node)
      }
  }

  /// The value as Python's `repr` writes it; booleans and some numbers only as the source does.
  func representation(of node: PythonNodeID, in tree: PythonTree) -> String {
    switch self {
    case .text(let text): return Representation.of(text: text)
    case .bytes(let bytes): return Representation.of(bytes: bytes)
    case .integer(let digits) where tree[node].kind == .number: return digits
    case .tuple(let values):
      let parts = zip(values, tree.children(of: node)).map { $0.representation(of: $1, in: tree) }
      return parts.count == 1 ? "(\(parts[0]),)" : "(\(parts.joined(separator: ", ")))"
    case .real(let number): return "\(number)"
    default: return String(decoding: tree.bytes[tree.range(of: node)], as: UTF8.self)
    }
  }
}
