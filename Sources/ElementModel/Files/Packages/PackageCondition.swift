import Diagnostics

/// A `when`: `VARIABLE = value` or `VARIABLE != value`.
public struct PackageCondition: Hashable, Sendable {
  /// The condition as it is written.
  public let text: String
  /// Where it is written.
  public let location: SourceLocation
  /// Nothing when the text is no comparison.
  public let comparison: Comparison?

  /// A variable, and what it must or must not be.
  public struct Comparison: Hashable, Sendable {
    /// The variable's name.
    public let variable: String
    /// Whether the variable must differ.
    public let isNegated: Bool
    /// To the end of the line, blanks included.
    public let value: String
  }

  init(_ text: String, at location: SourceLocation) {
    self.text = text
    self.location = location
    comparison = Comparison(parsing: text)
  }

  /// Whether the condition holds; an unknown variable ends the build.
  public func holds(in variables: [String: String]) throws(InputError) -> Bool {
    guard let comparison else {
      throw InputError(
        "`when: \(text)` is no comparison", at: location,
        hint: "write `VARIABLE = value` or `VARIABLE != value`")
    }
    guard let value = variables[comparison.variable] else {
      throw InputError(
        "`when` reads `\(comparison.variable)`, which is not set", at: location,
        hint: "export it, or give it a default in environment.d")
    }
    return (value == comparison.value) != comparison.isNegated
  }
}

extension PackageCondition.Comparison {
  /// `==` is an `=` and a value that starts with `= `, as in the reference implementation.
  fileprivate init?(parsing text: String) {
    let variable = text.prefix { $0 == "_" || $0.isLetter || $0.isNumber }
    var rest = text[variable.endIndex...].drop(while: \.isWhitespace)
    let isNegated = rest.hasPrefix("!")
    if isNegated { rest.removeFirst() }
    guard !variable.isEmpty, rest.hasPrefix("=") else { return nil }
    let value = rest.dropFirst().drop(while: \.isWhitespace).prefix { !$0.isNewline }
    self.init(variable: String(variable), isNegated: isNegated, value: String(value))
  }
}
