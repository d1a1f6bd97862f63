import PythonSyntax

/// The columns that a continuation line may line up with.
struct IndentChances {
  /// What stands at a column.
  enum Kind: Equatable {
    case none
    /// What is behind an opening bracket, or behind a word with the same effect.
    case bracket
    /// A string or comment.
    case text
    /// An operator.
    case sameAs(PythonToken.Kind)
  }

  private var kinds = [Kind]()
  private var count = 0

  /// Whether nothing is remembered.
  var isEmpty: Bool { count == 0 }

  /// What stands at a column.
  subscript(column: Int) -> Kind {
    get { kinds.indices.contains(column) ? kinds[column] : .none }
    set {
      if column >= kinds.count {
        kinds.append(contentsOf: repeatElement(.none, count: column + 1 - kinds.count))
      }
      if kinds[column] == .none { count += 1 }
      kinds[column] = newValue
    }
  }

  /// Forgets the columns from one on.
  mutating func removeAll(from column: Int) {
    guard column < kinds.count else { return }
    while kinds.count > max(0, column) {
      if kinds.removeLast() != .none { count -= 1 }
    }
  }
}
