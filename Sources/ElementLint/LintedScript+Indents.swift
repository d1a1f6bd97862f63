import Diagnostics
import Documents
import ShellSyntax

extension LintedScript {
  /// The indents before commands, keywords and comments.
  ///
  /// Lines inside strings and here-documents have none, nor have those that a backslash joins to the
  /// line above, which may line up with whatever they continue.
  func indents(where isWanted: (ArraySlice<UInt8>) -> Bool) -> [Range<Int>] {
    let candidates = text.indents.filter { isWanted(text.bytes[$0]) && !isContinuation($0) }
    guard !candidates.isEmpty else { return [] }
    let starts = Set(syntax.tokens.map { syntax.location(of: $0).start })
      .union(syntax.comments.map(\.location.start))
    return candidates.filter { starts.contains(text.position(ofByteOffset: $0.upperBound)) }
  }

  private func isContinuation(_ indent: Range<Int>) -> Bool {
    text.bytes[..<indent.lowerBound].suffix(2).elementsEqual("\\\n".utf8)
  }
}
