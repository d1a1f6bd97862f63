extension Finding {
  /// What a program can do to the file or directory of a finding so that its cause is gone.
  public struct Fix: Hashable, Sendable, Codable {
    /// What the change does, as an imperative.
    public var description: String
    /// The change.
    public var change: Change
    /// Whether nothing else changes its meaning: nothing that was intended can be lost.
    public var isSafe: Bool

    /// One kind of change to the path of the finding.
    public enum Change: Hashable, Sendable, Codable {
      /// Edits to the file as it was read, in any order; they do not overlap.
      case edits([Edit])
      /// Everyone who may read the file may execute it as well, or nobody.
      case executable(Bool)
      /// Another name in the same directory, which nothing has yet.
      case name(String)
    }

    /// A fix that changes the text.
    public init(_ description: String, edits: [Edit], isSafe: Bool = true) {
      self.init(description, .edits(edits), isSafe: isSafe)
    }

    /// A fix that makes any change.
    public init(_ description: String, _ change: Change, isSafe: Bool = true) {
      self.description = description
      self.change = change
      self.isSafe = isSafe
    }
  }
}

extension Finding.Fix {
  /// The edits to the text; none when the change is another.
  public var edits: [Finding.Edit] {
    if case .edits(let edits) = change { edits } else { [] }
  }

  /// Whether the file is to be executable; nothing when its mode stays.
  public var isExecutable: Bool? {
    if case .executable(let isExecutable) = change { isExecutable } else { nil }
  }

  /// The name that the file or directory is to have; nothing when it keeps its own.
  public var newName: String? {
    if case .name(let name) = change { name } else { nil }
  }
}
