extension NameResolver {
  /// The arguments that the fields of a format ask for.
  private struct Wants {
    var isAutomatic: Bool?
    var nextPosition = 0
    var positions: Set<String> = []
    var names: Set<String> = []
  }

  /// Checks a call of `format` on a literal.
  mutating func checkFormatCall(_ node: PythonNodeID) {
    let function = child(0, of: node)
    let text = child(0, of: function)
    guard tree[function].kind == .attribute, tree[function].symbol == known.format,
      tree[text].kind == .string
    else { return }
    do throws(BraceFormat.Fault) {
      var wants = Wants()
      for field in try BraceFormat(tree.text(ofString: text)).fields {
        guard try note(field, &wants) else { return report(.formatMixed, node) }
      }
      checkArguments(node, wants)
    } catch {
      report(.formatInvalid, node, error.message)
    }
  }

  /// Notes a field and the fields in its format; false when counted and numbered ones are mixed.
  private func note(
    _ field: BraceFormat.Field, _ wants: inout Wants
  ) throws(BraceFormat.Fault) -> Bool {
    guard note(name: field.name, &wants) else { return false }
    for inner in try BraceFormat(field.specification).fields {
      if inner.specification.contains("{") {
        throw BraceFormat.Fault(message: "Max string recursion exceeded")
      }
      guard note(name: inner.name, &wants) else { return false }
    }
    return true
  }

  private func note(name: String, _ wants: inout Wants) -> Bool {
    let key = String(name.prefix { $0 != "." && $0 != "[" })
    let number = Self.integer(key)
    guard number != nil || key.isEmpty else {
      wants.names.insert(key)
      return true
    }
    if let isAutomatic = wants.isAutomatic, isAutomatic != key.isEmpty { return false }
    wants.isAutomatic = key.isEmpty
    wants.positions.insert(String(number ?? wants.nextPosition))
    if key.isEmpty { wants.nextPosition += 1 }
    return true
  }

  /// The integer that Python reads in a text, blanks around it allowed.
  private static func integer(_ text: String) -> Int? {
    let trimmed = text.drop { $0.isWhitespace }
    let end = trimmed.lastIndex { !$0.isWhitespace }.map { trimmed.index(after: $0) }
    return Int(trimmed[..<(end ?? trimmed.startIndex)].filter { $0 != "_" })
  }

  private mutating func checkArguments(_ node: PythonNodeID, _ wants: Wants) {
    let arguments = tree.children(of: node).dropFirst()
    let keywords = arguments.filter { tree[$0].kind == .keywordArgument }
    let isUnpacked =
      arguments.contains { tree[$0].kind == .starred }
      || keywords.contains { tree[$0].symbol == .none }
    guard !isUnpacked else { return }
    let positions = Set((0..<arguments.count - keywords.count).map { String($0) })
    let names = Set(keywords.map { tree.symbols.text(of: tree[$0].symbol) })
    report(.formatUnusedPosition, node, listing: positions.subtracting(wants.positions))
    report(.formatUnusedKeyword, node, listing: names.subtracting(wants.names))
    let missing = wants.positions.subtracting(positions).union(wants.names.subtracting(names))
    report(.formatMissing, node, listing: missing)
  }
}
