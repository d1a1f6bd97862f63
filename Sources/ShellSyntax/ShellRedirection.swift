package import Diagnostics

/// A redirection of a simple or compound command.
///
/// Bash manual, "Redirections".
package struct ShellRedirection: Sendable {
  package let kind: Kind
  let tree: ShellTree
  let index: Int

  init(tree: ShellTree, index: Int) {
    self.tree = tree
    self.index = index
    kind = Kind(tree.redirections[index].kind)
  }

  private var record: RedirectionRecord { tree.redirections[index] }
  var range: Range<Int> { Int(record.start)..<Int(record.end) }

  package var location: SourceLocation { tree.source.location(range) }
  package var text: String { tree.source.text(range) }

  /// The number before the operator, when one is written.
  package var descriptor: Int? {
    Int(tree.source.text(Int(record.start)..<Int(record.operatorStart)))
  }

  /// The file, descriptor, delimiter or text behind the operator; nil for `>&-`.
  package var target: ShellWord? {
    record.target == NodeRecord.none ? nil : ShellWord(tree: tree, row: Int(record.target))
  }

  package var hereDocument: ShellHereDocument? {
    guard record.hereDocument != NodeRecord.none else { return nil }
    return ShellHereDocument(tree: tree, index: Int(record.hereDocument))
  }
}

extension ShellRedirection {
  /// What is redirected where.
  package enum Kind: Sendable {
    case input, output, append, clobber, readWrite, duplicateInput, duplicateOutput, outputAndError
    case appendOutputAndError, hereDocument, hereString

    init(_ token: ShellToken.Kind) {
      self =
        switch token {
        case .greater: .output
        case .greaterGreater: .append
        case .greaterPipe: .clobber
        case .lessGreater: .readWrite
        case .lessAnd: .duplicateInput
        case .greaterAnd: .duplicateOutput
        case .andGreater: .outputAndError
        case .andGreaterGreater: .appendOutputAndError
        case .lessLess, .lessLessDash: .hereDocument
        case .lessLessLess: .hereString
        default: .input
        }
    }

    /// Whether a file named by the target is written.
    package var writesFile: Bool {
      switch self {
      case .output, .append, .clobber, .readWrite, .outputAndError, .appendOutputAndError: true
      default: false
      }
    }
  }
}
