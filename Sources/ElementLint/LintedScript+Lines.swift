import Diagnostics
import Documents
import ShellSyntax

extension LintedScript {
  /// The places at which a line of code or a comment ends; lines of strings and here-documents end
  /// at none of them.
  var codeLineEnds: Set<SourcePosition> {
    let newlines = syntax.tokens.lazy.filter { $0.kind == .newline }
      .compactMap { syntax.location(of: $0).start }
    return Set(newlines).union(syntax.comments.compactMap(\.location.end))
  }

  /// Whether nothing but blanks stands beside the place on its lines.
  func isAlone(_ place: SourceLocation) -> Bool {
    guard let start = place.start, let end = place.end else { return false }
    let before = text.text(ofLine: start.line).unicodeScalars.prefix(start.column - 1)
    let after = text.text(ofLine: end.line).unicodeScalars.dropFirst(end.column - 1)
    return (before + after).allSatisfy { $0 == " " }
  }

  /// The keywords that stand first on their line, each with what stands before it.
  func keywordsAtLineStart(_ kind: ShellToken.Kind) -> [(
    keyword: SourceLocation, before: SourceLocation
  )] {
    let tokens = syntax.tokens
    return tokens.indices.dropFirst().compactMap { index in
      guard tokens[index].kind == kind, tokens[index - 1].kind == .newline,
        let before = tokens[..<index].last(where: { $0.kind != .newline })
      else { return nil }
      return (syntax.location(of: tokens[index]), syntax.location(of: before))
    }
  }

  /// Replaces the line end before a keyword by a semicolon, unless a comment or a here-document is there.
  func joining(
    _ keyword: SourceLocation, to before: SourceLocation, _ description: String, _ word: String
  ) -> Finding.Fix? {
    guard let end = before.end, let start = keyword.start, end.line + 1 == start.line,
      text.text(ofLine: end.line).unicodeScalars.dropFirst(end.column - 1).allSatisfy({ $0 == " " }
      ),
      !syntax.hereDocuments.contains(where: { $0.location.start?.line == start.line })
    else { return nil }
    return Finding.Fix(
      description, replacing: SourceLocation(text.path, end, to: keyword.end), with: "; \(word)")
  }
}
