extension ShellSubstitution {
  /// The simple command whose word or redirection it is in; nil for a compound command.
  package var command: ShellCommand? {
    guard let parent = tree.parent(of: index), tree.nodes[parent].kind == .simple else {
      return nil
    }
    return ShellCommand(tree: tree, index: parent)
  }
}
