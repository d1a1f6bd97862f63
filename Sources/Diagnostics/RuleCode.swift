/// The short code of a rule: `HK101`, `E501`. Letters, then digits, as flake8's selection syntax
/// expects.
public struct RuleCode: RawRepresentable, Hashable, Sendable, Codable {
  /// The text of the code.
  public let rawValue: String

  /// The code with the given text; any text is accepted, since foreign configurations name codes
  /// of rules that are not known here.
  public init(rawValue: String) { self.rawValue = rawValue }
}

extension RuleCode: ExpressibleByStringLiteral, CustomStringConvertible, Comparable {
  /// The code with the given text.
  public init(stringLiteral value: String) { rawValue = value }
  /// The text of the code.
  public var description: String { rawValue }
  /// By text.
  public static func < (left: RuleCode, right: RuleCode) -> Bool { left.rawValue < right.rawValue }
}

/// How much a finding matters; only `warning` and `error` make a run fail.
public enum Severity: String, Comparable, CaseIterable, Sendable, Codable {
  case info, warning, error

  /// By how much they matter.
  public static func < (left: Severity, right: Severity) -> Bool { left.rank < right.rank }

  private var rank: Int {
    switch self {
    case .info: 0
    case .warning: 1
    case .error: 2
    }
  }
}
