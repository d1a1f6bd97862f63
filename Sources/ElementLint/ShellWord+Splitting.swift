import Diagnostics
import ShellSyntax

extension LintedScript {
  /// Whether the variable has only values of one word: the script gives it no others, or the builder does.
  func isSurelyOneWord(_ expansion: ParameterExpansion) -> Bool {
    if BuilderVariables.always.contains(expansion.name) { return true }
    let values = variables.assignments[expansion.name] ?? []
    return !values.isEmpty
      && values.allSatisfy { value in
        value.value.literal.map { !$0.isEmpty && !$0.contains(where: \.isWhitespace) } ?? false
      }
  }
}

extension ShellWord {
  /// The parameter expansion that is all of the word.
  var loneExpansion: ParameterExpansion? {
    guard case .parameter(let expansion)? = expansions.first?.content, expansion.text == text else {
      return nil
    }
    return expansion
  }

  /// Whether the result of an unquoted expansion in it can be no word, or several.
  var canBeSplit: Bool {
    parts.contains { part in
      switch part.content {
      case .substitution(let substitution): substitution.kind != .process
      case .parameter(let expansion): !expansion.isNumber && !expansion.hasWordAsDefault
      default: false
      }
    }
  }

  /// Quotes around the whole word, when there are none inside.
  var quotingFix: Finding.Fix? {
    guard !isQuoted, !hasPattern, !text.contains("\""), !text.contains("`") else { return nil }
    return Finding.Fix("quote it", replacing: location, with: "\"\(text)\"")
  }
}

extension ParameterExpansion {
  /// Whether one word stands in where there is no value: `${FOO:-0}`.
  fileprivate var hasWordAsDefault: Bool {
    guard operation == .defaultValue(ifEmpty: true), let argument else { return false }
    return !argument.isEmpty && argument.allSatisfy { $0.isLetter || $0.isNumber || $0 == "_" }
  }

  /// Whether the value is always a number.
  fileprivate var isNumber: Bool {
    operation == .length || ["#", "?", "$", "!"].contains(name)
  }
}
