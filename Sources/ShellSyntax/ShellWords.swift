/// The words of a command.
package struct ShellWords: RandomAccessCollection, Sendable {
  let tree: ShellTree
  let rows: Range<Int>

  package var startIndex: Int { 0 }
  package var endIndex: Int { rows.count }
  package subscript(index: Int) -> ShellWord {
    precondition(rows.indices.contains(rows.lowerBound + index), "no such word")
    return ShellWord(tree: tree, row: rows.lowerBound + index)
  }

  /// What each word stands for; nil for those with an expansion.
  package var literals: [String?] { map(\.literal) }

  /// Whether one of the words is literally `text`.
  package func contains(literal text: String) -> Bool {
    contains { $0.literal == text }
  }
}
