package import Diagnostics

/// `name=value`, before a command's name or as an argument of `export` and its kin.
///
/// Bash manual, "Shell Parameters" and "Arrays".
package struct ShellAssignment: Sendable {
  /// The whole word.
  package let word: ShellWord
  package let name: String
  /// The text between the brackets of `name[…]=`.
  package let index: String?
  /// Whether it is `+=`.
  package let isAppending: Bool
  /// What stands behind the `=`.
  package let value: ShellWord

  /// The assignment that the word is, where the shell takes it for one.
  package init?(_ word: ShellWord) {
    guard word.flags.contains(.assignment) else { return nil }
    let start = word.range.lowerBound
    let target = word.tree.source.bytes[start..<start + word.targetLength]
    isAppending = target.last == Byte.plus
    let nameEnd = target.firstIndex { !$0.continuesName } ?? target.endIndex
    name = word.tree.source.text(start..<nameEnd)
    let indexEnd = target.endIndex - (isAppending ? 2 : 1)
    let hasIndex = nameEnd < indexEnd && target[nameEnd] == Byte.leftBracket
    index = hasIndex ? word.tree.source.text(nameEnd + 1..<indexEnd) : nil
    value = ShellWord(word, from: word.targetLength + 1)
    self.word = word
  }

  package var location: SourceLocation { word.location }

  /// The elements of `name=(…)`; nil for a plain value.
  package var elements: [ShellWord]? {
    guard case .array(let words)? = value.parts.first?.content else { return nil }
    return words
  }

  /// The command and process substitutions in the value.
  package var substitutions: [ShellSubstitution] {
    value.expansions.compactMap { part in
      if case .substitution(let substitution) = part.content { substitution } else { nil }
    }
  }
}
