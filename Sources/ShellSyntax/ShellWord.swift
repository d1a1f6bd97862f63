package import Diagnostics

/// A word as it is written, or a piece of one, such as an assignment's value.
package struct ShellWord: Sendable {
  let tree: ShellTree
  let range: Range<Int>
  let partRows: Range<Int>
  let flags: WordFlags
  let targetLength: Int

  init(tree: ShellTree, row: Int) {
    let record = tree.words[row]
    self.tree = tree
    range = Int(record.start)..<Int(record.end)
    partRows = record.parts.range
    flags = record.flags
    targetLength = Int(record.targetLength)
  }

  /// The piece of a word that begins `offset` bytes behind its start.
  init(_ word: ShellWord, from offset: Int) {
    tree = word.tree
    range = (word.range.lowerBound + offset)..<word.range.upperBound
    let start = range.lowerBound
    partRows = word.partRows.drop { [tree] in Int(tree.parts[$0].start) < start }
    flags = word.flags.subtracting(.assignment)
    targetLength = 0
  }

  /// The text as written, with its quotes.
  package var text: String { tree.source.text(range) }
  package var location: SourceLocation { tree.source.location(range) }

  /// Whether no parameter, command, arithmetic or process substitution is in it.
  package var isLiteral: Bool { !flags.contains(.expanded) }

  /// Whether a quoting character is in it.
  package var isQuoted: Bool { flags.contains(.quoted) }

  /// Whether the whole word is one double-quoted or single-quoted string.
  package var isFullyQuoted: Bool {
    guard partRows.count == 1, let row = partRows.first else { return false }
    let part = tree.parts[row]
    let isWhole = Int(part.start) == range.lowerBound && Int(part.end) == range.upperBound
    return isWhole && [.singleQuoted, .doubleQuoted, .ansiQuoted, .translated].contains(part.kind)
  }

  /// The parts in order, literal text between quotes and expansions among them.
  package var parts: [ShellPart] {
    ShellPart.parts(of: tree, rows: partRows, in: range, isQuoted: false)
  }

  /// Whether an unquoted `*`, `?`, `[` or extended pattern is in it.
  package var hasPattern: Bool {
    parts.contains { part in
      switch part.content {
      case .glob, .extendedGlob: true
      default: false
      }
    }
  }

  /// Whether an expansion is in it whose result is split into words.
  package var hasUnquotedExpansion: Bool { parts.contains(where: \.isExpansion) }

  /// The expansions in it, also those inside quotes; those inside other expansions not among them.
  package var expansions: [ShellPart] {
    parts.flatMap { part in
      if case .doubleQuoted(let inner) = part.content { return inner.filter(\.isExpansion) }
      return part.isExpansion ? [part] : []
    }
  }
}

extension ShellWord: CustomStringConvertible {
  package var description: String { text }
}
