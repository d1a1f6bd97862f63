package import Diagnostics

/// The text behind `<<`.
///
/// Bash manual, "Here Documents".
package struct ShellHereDocument: Sendable {
  let tree: ShellTree
  let index: Int

  private var record: HereDocumentRecord { tree.hereDocuments[index] }
  private var range: Range<Int> { Int(record.start)..<Int(record.end) }

  /// The word behind the operator.
  package var delimiter: ShellWord { ShellWord(tree: tree, row: Int(record.delimiter)) }
  /// Whether the delimiter is quoted, so that nothing in the text is expanded.
  package var isQuoted: Bool { record.isQuoted }
  /// Whether it is `<<-`.
  package var stripsTabs: Bool { record.stripsTabs }
  /// Whether the delimiter was found; bash only warns when it is missing.
  package var isTerminated: Bool { record.isTerminated }

  /// The lines between, without the line of the delimiter.
  package var text: String { tree.source.text(range) }
  /// Where the lines are; on the first line after that of the operator.
  package var location: SourceLocation { tree.source.location(range) }

  /// Literal text and expansions in order; one literal when the delimiter is quoted.
  package var parts: [ShellPart] {
    guard !isQuoted else { return [ShellPart(.literal(text), tree: tree, range: range)] }
    return ShellPart.parts(of: tree, rows: record.parts.range, in: range, isQuoted: true)
  }

  /// The simple command it is given to; nil for a compound command.
  package var command: ShellCommand? {
    let node = Int(record.node)
    guard tree.nodes[node].kind == .simple else { return nil }
    return ShellCommand(tree: tree, index: node)
  }
}
