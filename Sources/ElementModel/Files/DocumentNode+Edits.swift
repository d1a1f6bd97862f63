import Diagnostics
import Documents

extension DocumentNode {
  /// The edit that changes a scalar's text, if that can be done without changing how it is written.
  func replacement(by text: String) -> Finding.Edit? {
    guard let scalar, start.line == end.line else { return nil }
    let quote: String
    switch scalar.style {
    case .plain: quote = ""
    case .singleQuoted: quote = "'"
    case .doubleQuoted: quote = "\""
    case .literal, .folded: return nil
    }
    // A longer source text than value has escapes in it.
    guard end.column - start.column == scalar.text.unicodeScalars.count + 2 * quote.count else {
      return nil
    }
    return Finding.Edit(from: start, to: end, text: quote + text + quote)
  }

  /// The replacement of a scalar by what was probably meant.
  func guess(_ text: String) -> Finding.Fix? {
    replacement(by: text).map {
      Finding.Fix("replace it by `\(text)`", edits: [$0], isSafe: false)
    }
  }

  /// The edit that removes an entry of a mapping; nothing when it is the only one, or when a comment
  /// might be lost.
  func removal(of index: Int) -> Finding.Edit? {
    guard let pairs = mapping else { return nil }
    let pair = pairs[index]
    guard index > 0 else {
      guard pairs.count > 1, pairs[1].key.start.line <= pair.value.end.line + 1 else { return nil }
      return Finding.Edit(from: pair.key.start, to: pairs[1].key.start, text: "")
    }
    let before = pairs[index - 1].value.end
    if before.line == pair.key.start.line {
      return Finding.Edit(from: before, to: pair.value.end, text: "")
    }
    guard !isFlow else { return nil }
    // The line goes as a whole, so that a comment above it stays.
    return Finding.Edit(
      from: SourcePosition(line: pair.key.start.line),
      to: SourcePosition(line: pair.value.end.line + 1), text: "")
  }

  /// The edits that remove each entry of a mapping in JSON, where no comment can be lost; nothing
  /// when a key stands twice, since other entries then stand between key and value.
  var removalsFromJSON: [Finding.Edit]? {
    guard let pairs = mapping, let first = pairs.first,
      zip(pairs, pairs.dropFirst()).allSatisfy({ $0.value.end <= $1.key.start })
    else { return nil }
    let behindFirst = pairs.count > 1 ? pairs[1].key.start : first.value.end
    return [Finding.Edit(from: first.key.start, to: behindFirst, text: "")]
      + zip(pairs, pairs.dropFirst()).map {
        Finding.Edit(from: $0.value.end, to: $1.value.end, text: "")
      }
  }

  /// Whether a mapping has brackets around it: only then it ends behind its last value.
  private var isFlow: Bool { mapping?.last?.value.end != end }
}
