package import Diagnostics

/// A simple command: assignments, words and redirections.
///
/// Bash manual, "Simple Commands".
package struct ShellCommand: Sendable, Hashable {
  let tree: ShellTree
  let index: Int

  var record: NodeRecord { tree.nodes[index] }
  var range: Range<Int> { Int(record.start)..<Int(record.end) }

  package var location: SourceLocation { tree.source.location(range) }
  package var text: String { tree.source.text(range) }
  package var context: ShellContext { ShellContext(tree: tree, index: index) }

  /// The name, unless it is the result of an expansion; nil also for mere assignments.
  package var name: String? { record.nameHash == 0 ? nil : words.first?.literal }

  /// Name and arguments.
  package var words: ShellWords {
    let rows = record.words.range
    return ShellWords(tree: tree, rows: rows.dropFirst(Int(record.assignmentCount)))
  }

  /// The words behind the name.
  package var arguments: ShellWords { ShellWords(tree: tree, rows: words.rows.dropFirst()) }

  /// The assignments before the name, or the whole command.
  package var assignments: [ShellAssignment] {
    record.words.range.prefix(Int(record.assignmentCount)).compactMap {
      ShellAssignment(ShellWord(tree: tree, row: $0))
    }
  }

  /// The assignments among the arguments of `export`, `declare`, `typeset`, `local`, `readonly` and
  /// `alias`.
  package var declarations: [ShellAssignment] {
    guard let name, ShellCommand.declaringBuiltins.contains(name) else { return [] }
    return arguments.compactMap { ShellAssignment($0) }
  }

  package var redirections: [ShellRedirection] {
    record.redirections.range.map { ShellRedirection(tree: tree, index: $0) }
  }

  /// The substitutions in its words and redirections, outermost first, those inside substitutions
  /// not among them.
  package var substitutions: [ShellSubstitution] {
    tree.children(of: index).compactMap { ShellSubstitution(tree: tree, index: $0) }
  }

  /// Bash manual, "Bash Builtin Commands": those that take assignments as arguments.
  private static let declaringBuiltins: Set = [
    "export", "declare", "typeset", "local", "readonly", "alias",
  ]

  package static func == (left: Self, right: Self) -> Bool {
    left.index == right.index && left.tree === right.tree
  }

  package func hash(into hasher: inout Hasher) { hasher.combine(index) }
}
