extension PythonProblem {
  /// What pyflakes says about a string that is a format; nil when the problem is another.
  var messageOfLiteral: String? {
    switch kind {
    case .noPlaceholder: "f-string is missing placeholders"
    case .noTemplatePlaceholder: "t-string is missing placeholders"
    case .percentInvalid: percent("has invalid format string: \(subject)")
    case .percentExpectsMapping: percent("expected mapping but got sequence")
    case .percentExpectsSequence: percent("expected sequence but got mapping")
    case .percentUnusedKey: percent("has unused named argument(s): \(subject)")
    case .percentMissingKey: percent("is missing argument(s) for placeholder(s): \(subject)")
    case .percentMixed: percent("has mixed positional and named placeholders")
    case .percentCount: percent("has \(subject) placeholder(s) but \(detail) substitution(s)")
    case .percentStarInMapping: percent("`*` specifier requires sequence")
    case .percentConversion: percent("has unsupported format character \(subject)")
    case .formatInvalid: braces("has invalid format string: \(subject)")
    case .formatUnusedKeyword: braces("has unused named argument(s): \(subject)")
    case .formatUnusedPosition: braces("has unused arguments at position(s): \(subject)")
    case .formatMissing: braces("is missing argument(s) for placeholder(s): \(subject)")
    case .formatMixed: braces("mixes automatic and manual numbering")
    default: nil
    }
  }

  private func percent(_ text: String) -> String { "'...' % ... \(text)" }

  private func braces(_ text: String) -> String { "'...'.format(...) \(text)" }
}
