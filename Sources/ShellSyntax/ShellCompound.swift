package import Diagnostics

/// A compound command.
///
/// Bash manual, "Compound Commands".
package struct ShellCompound: Sendable {
  package let kind: Kind
  let tree: ShellTree
  let index: Int

  init?(tree: ShellTree, index: Int) {
    guard let kind = Kind(tree.nodes[index].kind) else { return nil }
    self.kind = kind
    self.tree = tree
    self.index = index
  }

  private var record: NodeRecord { tree.nodes[index] }

  /// From the opening to the closing keyword.
  package var location: SourceLocation {
    tree.source.location(Int(record.start)..<Int(record.end))
  }
  /// Where the first `then`, `do` or `in` stands, or the brace in place of `do`.
  package var bodyPosition: SourcePosition? {
    record.body == 0 ? nil : tree.source.position(ofByteOffset: Int(record.body))
  }
  package var text: String { tree.source.text(Int(record.start)..<Int(record.end)) }
  package var context: ShellContext { ShellContext(tree: tree, index: index) }

  /// The variable of `for` and `select`, or the subject of `case`, first; then the list, or the
  /// patterns. The words of `[[`.
  package var words: ShellWords { ShellWords(tree: tree, rows: record.words.range) }

  package var redirections: [ShellRedirection] {
    record.redirections.range.map { ShellRedirection(tree: tree, index: $0) }
  }

  /// All simple commands in it, in source order, those of its condition among them.
  package var commands: [ShellCommand] {
    tree.simpleCommands(below: index).map { ShellCommand(tree: tree, index: $0) }
  }

  /// The simple commands directly in the part that decides: between `if` and `then`, `while` and
  /// `do`.
  package var conditions: [ShellCommand] {
    commands.filter { $0.context.isCondition && $0.context.enclosing.first?.index == index }
  }
}

extension ShellCompound {
  /// What it begins with.
  package enum Kind: Sendable {
    case subshell, group, ifCommand, whileLoop, untilLoop, forLoop, arithmeticFor, select
    case caseCommand, arithmetic, test, coprocess

    init?(_ kind: NodeKind) {
      switch kind {
      case .subshell: self = .subshell
      case .group: self = .group
      case .conditional: self = .ifCommand
      case .whileLoop: self = .whileLoop
      case .untilLoop: self = .untilLoop
      case .forLoop: self = .forLoop
      case .arithmeticForLoop: self = .arithmeticFor
      case .select: self = .select
      case .caseSwitch: self = .caseCommand
      case .arithmetic: self = .arithmetic
      case .test: self = .test
      case .coprocess: self = .coprocess
      default: return nil
      }
    }
  }
}
