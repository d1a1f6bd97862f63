/// What is around a command.
package struct ShellContext: Sendable {
  let tree: ShellTree
  let index: Int

  private var record: NodeRecord { tree.nodes[index] }

  /// The name of the innermost function that it is in.
  package var functionName: String? {
    ancestors.first { tree.nodes[$0].kind == .function }
      .map { ShellFunction(tree: tree, index: $0).name }
  }

  /// The innermost substitution that it is in.
  package var substitution: ShellSubstitution? {
    ancestors.lazy.compactMap { ShellSubstitution(tree: tree, index: $0) }.first
  }

  /// Whether it runs in a shell of its own: a substitution, `(…)`, a pipeline or the background.
  package var isInSubshell: Bool {
    (CollectionOfOne(index) + ancestors).contains { row in
      let node = tree.nodes[row]
      return node.role == .pipelineMember || node.role == .substitution || node.kind == .subshell
        || node.kind == .coprocess || node.flags.contains(.background)
    }
  }

  /// The compound commands it is in, innermost first, up to the function or substitution.
  package var enclosing: [ShellCompound] {
    ancestors.prefix { tree.nodes[$0].kind != .function && tree.nodes[$0].role != .substitution }
      .compactMap { ShellCompound(tree: tree, index: $0) }
  }

  /// Its place in a pipeline of two or more commands.
  package var pipeline: ShellPipelinePlace? {
    guard record.role == .pipelineMember, let parent = tree.parent(of: index) else { return nil }
    let members = tree.children(of: parent)
    return members.firstIndex(of: index).map {
      ShellPipelinePlace(tree: tree, members: members, position: $0)
    }
  }

  /// Whether `&&` or `||` stands before it; it runs only after another command's outcome.
  package var isGuarded: Bool { !statement.flags.isDisjoint(with: [.afterAnd, .afterOr]) }
  /// Whether `&&` stands before it.
  package var followsAnd: Bool { statement.flags.contains(.afterAnd) }
  /// Whether `||` stands before it.
  package var followsOr: Bool { statement.flags.contains(.afterOr) }
  /// Whether `&&` stands behind it.
  package var precedesAnd: Bool { statement.flags.contains(.beforeAnd) }
  /// Whether `||` stands behind it.
  package var precedesOr: Bool { statement.flags.contains(.beforeOr) }
  /// Whether `!` stands before it or its pipeline.
  package var isNegated: Bool { statement.flags.contains(.negated) }
  /// Whether `&` stands behind it.
  package var isInBackground: Bool { statement.flags.contains(.background) }

  /// Whether an `if`, `elif`, `while` or `until` decides by it.
  package var isCondition: Bool {
    let row = record.role == .pipelineMember ? tree.parent(of: index) ?? index : index
    return tree.nodes[row].role == .condition
  }

  /// Whether it is sure to be reached when the script is run from the top: in no function,
  /// substitution, branch or loop, and behind no `&&` or `||`.
  package var isUnconditional: Bool {
    (CollectionOfOne(index) + ancestors).allSatisfy { row in
      let node = tree.nodes[row]
      return (node.role == .statement || node.role == .pipelineMember || node.role == .condition)
        && node.flags.isDisjoint(with: [.afterAnd, .afterOr])
    }
  }

  /// Whether `set -e` disregards its failure: in a condition, negated, or before `&&` or `||`;
  /// the same holds for all that is called or enclosed there.
  ///
  /// Bash manual, "The Set Builtin", option `-e`.
  package var isStatusTested: Bool {
    let path = CollectionOfOne(index) + ancestors.prefix { tree.nodes[$0].role != .substitution }
    return path.contains { row in
      let node = tree.nodes[row]
      return node.role == .condition
        || !node.flags.isDisjoint(with: [.beforeAnd, .beforeOr, .negated])
    }
  }

  /// The node that `&&`, `!` and `&` apply to: the command, or its pipeline.
  private var statement: NodeRecord {
    guard record.role == .pipelineMember, let parent = tree.parent(of: index) else { return record }
    return tree.nodes[parent]
  }

  /// The rows of the nodes around it, innermost first.
  private var ancestors: [Int] {
    Array(
      sequence(state: index) { row in
        guard let parent = tree.parent(of: row) else { return nil }
        row = parent
        return parent
      })
  }
}

/// A command's place in a pipeline.
package struct ShellPipelinePlace: Sendable {
  let tree: ShellTree
  let members: [Int]
  /// From 0.
  package let position: Int

  package var count: Int { members.count }
  package var isFirst: Bool { position == 0 }
  package var isLast: Bool { position == members.count - 1 }

  /// The simple commands of the pipeline in order; nil stands for a compound command.
  package var commands: [ShellCommand?] {
    members.map { tree.nodes[$0].kind == .simple ? ShellCommand(tree: tree, index: $0) : nil }
  }
}
