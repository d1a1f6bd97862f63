import Diagnostics
import PythonSyntax

/// The `# noqa` of a file, and the lines that each is good for.
struct NoqaDirectives: Sendable {
  /// Whether the whole file is left out.
  let skipsFile: Bool
  private let source: PythonSource
  private let directives: [NoqaDirective]
  /// The first and last lines of what ends with a line end of Python's.
  private let groups: [ClosedRange<Int>]
  /// The bytes of comments.
  private let comments: [Range<Int>]

  init(_ source: PythonSource, _ tokens: ContiguousArray<PlacedToken>) {
    self.source = source
    let marks = NoqaMarks(source)
    directives = marks.offsets.map {
      NoqaDirective(at: $0, in: source.bytes, end: source.bytes.count)
    }
    groups = directives.isEmpty ? [] : Self.lineGroups(tokens)
    comments = directives.isEmpty ? [] : tokens.filter { $0.kind == .comment }.map(\.range)
    skipsFile = marks.skipsFile
  }

  /// The directive that counts for a line: the first on the lines that belong together.
  func directive(forLine line: Int) -> NoqaDirective? {
    guard !directives.isEmpty else { return nil }
    let group = group(of: line)
    let start = source.start(ofLine: group.lowerBound)
    let end = source.start(ofLine: group.upperBound + 1)
    let index = directives.partition { $0.offset >= start }
    guard index < directives.count, directives[index].offset < end else { return nil }
    return directives[index]
  }

  /// The codes of the directives that count for some line and stand in a comment.
  var effectiveCodes: [NoqaDirective.Code] {
    directives.filter { directive in
      let line = source.line(of: directive.offset)
      let index = comments.partition { $0.upperBound > directive.offset }
      return index < comments.count && comments[index].contains(directive.offset)
        && self.directive(forLine: line)?.offset == directive.offset
    }.flatMap { $0.codes ?? [] }
  }

  /// The lines between line ends, be they in brackets or not.
  private static func lineGroups(_ tokens: ContiguousArray<PlacedToken>) -> [ClosedRange<Int>] {
    var groups = [ClosedRange<Int>]()
    var first: Int?
    for token in tokens where token.kind != .dedent {
      first = first ?? token.line
      if token.kind == .newline || token.kind == .blankNewline, let start = first {
        groups.append(start...max(start, token.endLine))
        first = nil
      }
    }
    return groups
  }

  private func group(of line: Int) -> ClosedRange<Int> {
    let index = groups.partition { $0.upperBound >= line }
    guard index < groups.count, groups[index].contains(line) else { return line...line }
    return groups[index]
  }
}

extension Array {
  /// The index of the first element that is behind a border; those before it must not be.
  fileprivate func partition(_ isBehind: (Element) -> Bool) -> Int {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if isBehind(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
