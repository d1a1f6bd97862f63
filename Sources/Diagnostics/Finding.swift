/// One thing that is wrong with the user's files.
public struct Finding: Hashable, Sendable, Codable {
  /// The code of the rule that found it, such as `HK101`.
  public var rule: RuleCode
  /// The name of the rule, such as `hook-not-executable`.
  public var name: String
  /// How much it matters.
  public var severity: Severity
  /// One lower-case clause without a full stop, names in backquotes.
  public var message: Message
  /// The place it is about.
  public var location: SourceLocation
  /// Related places, such as the other of two duplicates.
  public var notes: [Note]
  /// The next step, as an imperative.
  public var hint: String?
  /// A change that removes the cause, where a program can make it.
  public var fix: Fix?
  /// An identity that stays when the lines around the place move; nothing until it is asked for.
  public var fingerprint: String?

  /// A finding with every part given; rules use the shorter forms of `ElementLint`.
  public init(
    rule: RuleCode, name: String, severity: Severity, message: Message, location: SourceLocation,
    notes: [Note] = [], hint: String? = nil, fix: Fix? = nil
  ) {
    self.rule = rule
    self.name = name
    self.severity = severity
    self.message = message
    self.location = location
    self.notes = notes
    self.hint = hint
    self.fix = fix
  }
}

extension Finding {
  /// The text of a finding, a type of its own so that a rule can name its messages.
  public struct Message: Hashable, Sendable, Codable, ExpressibleByStringInterpolation {
    /// The message as one clause.
    public let text: String
    /// The message with the given text.
    public init(stringLiteral text: String) { self.text = text }
    /// Reads a message from a plain string.
    public init(from decoder: any Decoder) throws {
      text = try decoder.singleValueContainer().decode(String.self)
    }
    /// Writes the message as a plain string.
    public func encode(to encoder: any Encoder) throws {
      var container = encoder.singleValueContainer()
      try container.encode(text)
    }
  }

  /// A related place and what it has to do with the finding.
  public struct Note: Hashable, Sendable, Codable {
    /// What the place has to do with the finding.
    public var message: String
    /// The related place.
    public var location: SourceLocation

    /// A note at `location`.
    public init(_ message: String, at location: SourceLocation) {
      self.message = message
      self.location = location
    }
  }

  /// The replacement of the text from `start` up to but excluding `end`.
  public struct Edit: Hashable, Sendable, Codable {
    /// The first character that is replaced.
    public var start: SourcePosition
    /// The position behind the last character that is replaced.
    public var end: SourcePosition
    /// What stands there afterwards.
    public var text: String

    /// An edit; an insertion has `start == end`.
    public init(from start: SourcePosition, to end: SourcePosition, text: String) {
      self.start = start
      self.end = end
      self.text = text
    }
  }
}

extension Finding: Comparable {
  /// By path, line, column and rule: the order of every report.
  public static func < (left: Finding, right: Finding) -> Bool {
    if left.location != right.location { return left.location < right.location }
    if left.rule != right.rule { return left.rule < right.rule }
    return left.message.text < right.message.text
  }
}

extension Finding.Message: CustomStringConvertible {
  /// The text.
  public var description: String { text }
}
