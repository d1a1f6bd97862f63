extension ShellParser {
  /// How far the tables are filled.
  struct Mark {
    var nodes, words, parts, redirections, hereDocuments, tokens, comments, extensions: Int
    var wordStack, partStack, redirectionStack, orphans, pendingHereDocuments, openings: Int
  }

  func mark() -> Mark {
    Mark(
      nodes: tables.nodes.count, words: tables.words.count, parts: tables.parts.count,
      redirections: tables.redirections.count, hereDocuments: tables.hereDocuments.count,
      tokens: tables.tokens.count, comments: tables.comments.count,
      extensions: tables.extensions.count, wordStack: wordStack.count, partStack: partStack.count,
      redirectionStack: redirectionStack.count, orphans: state.orphans.count,
      pendingHereDocuments: state.pendingHereDocuments.count, openings: openings.count)
  }

  /// Forgets all that was found since the mark.
  mutating func rewind(to mark: Mark) {
    rewindTree(to: mark)
    tables.tokens.truncate(to: mark.tokens)
    tables.comments.truncate(to: mark.comments)
    wordStack.truncate(to: mark.wordStack)
    partStack.truncate(to: mark.partStack)
    redirectionStack.truncate(to: mark.redirectionStack)
    state.orphans.truncate(to: mark.orphans)
    state.pendingHereDocuments.truncate(to: mark.pendingHereDocuments)
    openings.truncate(to: mark.openings)
  }

  /// Forgets the tree rows since the mark, but not the tokens and comments.
  mutating func rewindTree(to mark: Mark) {
    tables.nodes.truncate(to: mark.nodes)
    tables.words.truncate(to: mark.words)
    tables.parts.truncate(to: mark.parts)
    tables.redirections.truncate(to: mark.redirections)
    tables.hereDocuments.truncate(to: mark.hereDocuments)
    tables.extensions.truncate(to: mark.extensions)
  }

  /// Parses a part of the text whose errors the shell finds only when it runs it, if ever.
  ///
  /// Leaves the lexer as it was; an error leaves no trace.
  @discardableResult
  mutating func parseTolerantly(
    _ range: Range<Int>, below node: Int,
    _ body: (inout ShellParser) throws(SyntaxFailure) -> Void
  ) -> Bool {
    let start = mark()
    let outer = (state: state, frame: frame, position: position, limit: limit, depth: depth)
    state = LexerState()
    frame = Frame(node: UInt32(node), role: .statement)
    (position, limit) = (range.lowerBound, range.upperBound)
    defer {
      (state, frame, position, limit, depth) = outer
    }
    do throws(SyntaxFailure) {
      try body(&self)
      return true
    } catch {
      state = outer.state
      rewind(to: start)
      return false
    }
  }
}

extension Array {
  fileprivate mutating func truncate(to count: Int) {
    if self.count > count { removeSubrange(count...) }
  }
}
