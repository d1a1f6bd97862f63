package import Diagnostics

/// `$(…)`, backquotes, `<(…)` or `>(…)`.
///
/// Bash manual, "Command Substitution" and "Process Substitution".
package struct ShellSubstitution: Sendable {
  package let kind: Kind
  let tree: ShellTree
  let index: Int

  init?(tree: ShellTree, index: Int) {
    guard index < tree.nodes.count, let kind = Kind(tree.nodes[index].kind) else { return nil }
    self.kind = kind
    self.tree = tree
    self.index = index
  }

  private var range: Range<Int> { Int(tree.nodes[index].start)..<Int(tree.nodes[index].end) }
  package var location: SourceLocation { tree.source.location(range) }
  package var text: String { tree.source.text(range) }

  /// All simple commands in it, in source order.
  package var commands: [ShellCommand] {
    tree.simpleCommands(below: index).map { ShellCommand(tree: tree, index: $0) }
  }
}

extension ShellSubstitution {
  /// How it is written.
  package enum Kind: Sendable {
    case command, backquotes, process

    init?(_ kind: NodeKind) {
      switch kind {
      case .commandSubstitution: self = .command
      case .backquotes: self = .backquotes
      case .processSubstitution: self = .process
      default: return nil
      }
    }
  }
}
