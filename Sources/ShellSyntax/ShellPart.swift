package import Diagnostics

/// A piece of a word: literal text, a quoted string or an expansion.
package struct ShellPart: Sendable {
  package let content: Content
  let tree: ShellTree
  let range: Range<Int>

  package var location: SourceLocation { tree.source.location(range) }
  package var text: String { tree.source.text(range) }

  /// Whether the shell puts something else in its place.
  package var isExpansion: Bool {
    switch content {
    case .parameter, .substitution, .arithmetic: true
    default: false
    }
  }
}

extension ShellPart {
  /// Bash manual, "Quoting" and "Shell Expansions".
  package enum Content: Sendable {
    /// Text that stands for itself, without its escapes.
    case literal(String)
    /// An unquoted `*`, `?` or `[`.
    case glob
    /// `?(…)` and its kin.
    case extendedGlob([ShellPart])
    case singleQuoted(String)
    /// `$'…'`, decoded.
    case ansiQuoted(String)
    /// `"…"`, and `$"…"` with its dollar sign in the range.
    case doubleQuoted([ShellPart])
    case parameter(ParameterExpansion)
    /// `$(…)`, backquotes, `<(…)` and `>(…)`.
    case substitution(ShellSubstitution)
    /// `$((…))` and `$[…]`: the expression's text and the expansions in it.
    case arithmetic(String, [ShellPart])
    /// `(…)` of a compound assignment.
    case array([ShellWord])
  }

  /// The rows of the part table, with the text between them as literal parts.
  static func parts(
    of tree: ShellTree, rows: Range<Int>, in range: Range<Int>, isQuoted: Bool
  ) -> [ShellPart] {
    var parts = [ShellPart]()
    var place = range.lowerBound
    for row in rows {
      let part = ShellPart(tree: tree, row: row, isQuoted: isQuoted)
      guard let part, part.range.lowerBound >= place else { continue }
      let gap = place..<part.range.lowerBound
      parts += LiteralText(tree.source.bytes[gap], isQuoted: isQuoted).parts(in: tree)
      parts.append(part)
      place = part.range.upperBound
    }
    guard place < range.upperBound else { return parts }
    let rest = tree.source.bytes[place..<range.upperBound]
    return parts + LiteralText(rest, isQuoted: isQuoted).parts(in: tree)
  }

  private init?(tree: ShellTree, row: Int, isQuoted: Bool) {
    let record = tree.parts[row]
    let range = Int(record.start)..<Int(record.end)
    guard let content = Content(tree: tree, row: row, record, isQuoted: isQuoted) else {
      return nil
    }
    self.content = content
    self.tree = tree
    self.range = range
  }

  init(_ content: Content, tree: ShellTree, range: Range<Int>) {
    self.content = content
    self.tree = tree
    self.range = range
  }
}

extension ShellPart.Content {
  fileprivate init?(tree: ShellTree, row: Int, _ record: PartRecord, isQuoted: Bool) {
    let range = Int(record.start)..<Int(record.end)
    func inner(_ prefix: Int, _ suffix: Int, isQuoted: Bool = true) -> [ShellPart] {
      let content = range.dropFirst(prefix).dropLast(suffix)
      return ShellPart.parts(
        of: tree, rows: record.children.range, in: content, isQuoted: isQuoted)
    }
    func text(_ prefix: Int, _ suffix: Int) -> String {
      tree.source.text(range.dropFirst(prefix).dropLast(suffix))
    }
    switch record.kind {
    case .singleQuoted: self = .singleQuoted(text(1, 1))
    case .ansiQuoted:
      let decoded = AnsiQuoting.decoded(tree.source.bytes[range.dropFirst(2).dropLast(1)])
      self = .ansiQuoted(String(decoding: decoded, as: UTF8.self))
    case .doubleQuoted: self = .doubleQuoted(inner(1, 1))
    case .translated: self = .doubleQuoted(inner(2, 1))
    case .parameter:
      guard let expansion = ParameterExpansion(tree: tree, index: row) else { return nil }
      self = .parameter(expansion)
    case .commandSubstitution, .backquotes, .processSubstitution:
      let node = Int(record.payload.start)
      guard let substitution = ShellSubstitution(tree: tree, index: node) else { return nil }
      self = .substitution(substitution)
    case .arithmetic: self = .arithmetic(text(3, 2), inner(3, 2))
    case .oldArithmetic: self = .arithmetic(text(2, 1), inner(2, 1))
    case .extendedGlob: self = .extendedGlob(inner(2, 1, isQuoted: isQuoted))
    case .array:
      self = .array(record.payload.range.map { ShellWord(tree: tree, row: $0) })
    }
  }
}
