import Diagnostics
import Documents

/// One comment that silences rules.
struct SuppressionComment: Sendable {
  /// The rules as they are written, each with its place.
  let names: [Name]
  /// Whose words the names are.
  let dialect: Dialect
  /// The line it is good for; nil when it is good for the whole file.
  let line: Int?

  struct Name: Sendable {
    let text: String
    let location: SourceLocation
  }

  /// Who invented the form of the comment.
  enum Dialect: Sendable {
    /// Codes and names of rules, separated by commas; what follows a blank is the reason.
    case own
    /// dib-lint's words, separated by blanks.
    case dibLint
  }

  /// Whether `location` lies where the comment is good for.
  func covers(_ location: SourceLocation) -> Bool {
    guard let line else { return true }
    guard let start = location.start else { return false }
    return start.line == line || (location.end.map { start.line...$0.line ~= line } ?? false)
  }

  /// Whether the comment means `rule`.
  func names(_ rule: RuleMetadata) -> Bool {
    names.contains { name in
      switch dialect {
      case .own: name.text == rule.code.rawValue || name.text == rule.name
      case .dibLint: rule.legacyNames.contains(name.text)
      }
    }
  }
}
