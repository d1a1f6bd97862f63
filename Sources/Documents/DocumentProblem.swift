import Diagnostics

/// Something in a well-formed document that a loader takes differently from what was meant.
package struct DocumentProblem: Sendable, Hashable {
  package let kind: Kind
  /// The offending node.
  package let location: SourceLocation
  /// One clause, names in backquotes.
  package let message: String
  package let hint: String

  package enum Kind: Sendable, Hashable {
    /// The key stands twice in one mapping; the last one wins.
    case duplicateKey(first: SourceLocation)
    /// A list or mapping as key, which most loaders refuse.
    case collectionAsKey
    /// The value of `<<` is neither a mapping nor a list of mappings.
    case invalidMerge
    /// A tag outside the YAML 1.1 types, which a safe loader refuses.
    case unknownTag
  }
}

extension DocumentProblem {
  static func duplicateKey(
    _ key: String, at location: SourceLocation, first: SourceLocation
  ) -> DocumentProblem {
    DocumentProblem(
      kind: .duplicateKey(first: first), location: location,
      message: "key `\(key)` stands on line \(first.start?.line ?? 0) already; the last one wins",
      hint: "remove one of the two, or join them")
  }

  static func collectionAsKey(at location: SourceLocation) -> DocumentProblem {
    DocumentProblem(
      kind: .collectionAsKey, location: location, message: "a list or mapping is used as a key",
      hint: "quote the key if it is meant as text")
  }

  static func invalidMerge(at location: SourceLocation) -> DocumentProblem {
    DocumentProblem(
      kind: .invalidMerge, location: location,
      message: "`<<` takes a mapping or a list of mappings",
      hint: "quote the key if it is no merge")
  }

  static func unknownTag(_ tag: String, at location: SourceLocation) -> DocumentProblem {
    DocumentProblem(
      kind: .unknownTag, location: location, message: "tag `\(tag)` is unknown to a plain loader",
      hint: "remove the tag, or quote the text")
  }
}
