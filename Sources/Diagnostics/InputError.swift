/// What the user gave cannot be used: arguments, configuration, elements that do not resolve.
///
/// Ends the program with status 2 (for `disk-image-create`, 1).
public struct InputError: Error, Hashable, Sendable {
  /// Where the fault is, when it is in a file.
  public var location: SourceLocation?
  /// One clause, lower case, without a full stop.
  public var message: String
  /// The next step, as an imperative.
  public var hint: String?

  /// An error at `location`, with the next step as `hint`.
  public init(_ message: String, at location: SourceLocation? = nil, hint: String? = nil) {
    self.message = message
    self.location = location
    self.hint = hint
  }
}

extension InputError: CustomStringConvertible {
  /// Location, message and hint; the hint on a line of its own.
  public var description: String {
    let place = location.map { "\($0): " } ?? ""
    let step = hint.map { "\n  hint: \($0)" } ?? ""
    return place + message + step
  }
}
