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
  private let words: Set<String>

  init(names: [Name], dialect: Dialect, line: Int?) {
    self.names = names
    self.dialect = dialect
    self.line = line
    words = Set(names.map(\.text))
  }

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

  /// Whether the comment means another linter's code.
  func names(foreign code: RuleCode) -> Bool { dialect == .own && words.contains(code.rawValue) }

  /// Whether the comment means `rule`.
  func names(_ rule: RuleMetadata) -> Bool {
    switch dialect {
    case .own:
      words.contains(rule.name) || rule.codes.contains { words.contains($0.rawValue) }
    case .dibLint: rule.legacyNames.contains { words.contains($0) }
    }
  }
}
