import Diagnostics

/// One pattern of `contents`, `stdout` or `stderr`: `text`, `/expression/`, either negated by `!`.
/// `\!` and `\/` at the start stand for `!` and `/`.
struct LinePattern: Sendable, CustomStringConvertible {
  private let isNegated: Bool
  private let content: Content
  let description: String

  private enum Content {
    case text(String)
    case expression(RegularExpression)
  }

  init(_ node: LocatedNode) throws(InputError) {
    let written = try node.scalarText("pattern")
    isNegated = written.hasPrefix("!")
    description = written
    let pattern = isNegated ? String(written.dropFirst()) : written
    if pattern.utf8.count > 1, pattern.hasPrefix("/"), pattern.hasSuffix("/") {
      content = .expression(try node.regularExpression(String(pattern.dropFirst().dropLast())))
    } else {
      let isEscaped = pattern.hasPrefix("\\!") || pattern.hasPrefix("\\/")
      content = .text(isEscaped ? String(pattern.dropFirst()) : pattern)
    }
  }

  /// Why the lines do not meet the pattern; nil when they do.
  func shortcoming(of lines: [Substring]) -> String? {
    switch (isNegated, firstMatch(among: lines)) {
    case (false, nil): "no line \(verb)"
    case (true, let index?): "line \(index + 1) \(verb): \(String(lines[index]).quoted)"
    case (false, _?), (true, nil): nil
    }
  }

  private func firstMatch(among lines: [Substring]) -> Int? {
    switch content {
    case .text(let text): lines.firstIndex { $0.containsBytes(of: text) }
    case .expression(let expression): expression.firstMatch(among: lines)
    }
  }

  private var verb: String {
    switch content {
    case .text(let text): "contains \(text.quoted)"
    case .expression(let expression): "matches /\(expression.pattern)/"
    }
  }
}
