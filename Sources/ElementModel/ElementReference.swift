import Diagnostics

/// A line of `element-deps` or `element-provides`.
public struct ElementReference: Hashable, Sendable {
  /// The element that the row names.
  public let name: ElementName
  /// From the first to behind the last character of the name.
  public let location: SourceLocation

  /// The name that stands at `location`.
  public init(_ name: ElementName, at location: SourceLocation) {
    self.name = name
    self.location = location
  }
}
