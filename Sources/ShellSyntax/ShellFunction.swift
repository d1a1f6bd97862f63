package import Diagnostics

/// A function definition.
///
/// Bash manual, "Shell Functions".
package struct ShellFunction: Sendable {
  let tree: ShellTree
  let index: Int

  private var record: NodeRecord { tree.nodes[index] }

  package var name: String { nameWord.literal ?? nameWord.text }
  package var nameWord: ShellWord { ShellWord(tree: tree, row: Int(record.words.start)) }
  /// Whether it begins with `function`.
  package var usesKeyword: Bool { record.flags.contains(.functionKeyword) }
  /// From its first character to the end of its body.
  package var location: SourceLocation {
    tree.source.location(Int(record.start)..<Int(record.end))
  }
  package var body: ShellCompound? {
    tree.children(of: index).lazy.compactMap { ShellCompound(tree: tree, index: $0) }.first
  }

  /// All simple commands in the body, in source order.
  package var commands: [ShellCommand] {
    tree.simpleCommands(below: index).map { ShellCommand(tree: tree, index: $0) }
  }
}
