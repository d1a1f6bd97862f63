import Diagnostics

/// A list of elements that is closed under dependencies and free of conflicts.
public struct ResolvedElements: Sendable {
  /// In breadth-first order; provided names are left out.
  public let elements: [Element]
  /// What was asked for, as it was asked for.
  public let requested: [ElementName]
  /// Each provided name with the element that provides it.
  public let provided: [ElementName: ElementName]
  private let reasons: [ElementName: Reason]

  /// Why an element is there.
  public enum Reason: Hashable, Sendable {
    case requested
    /// The first row that named it.
    case dependency(of: ElementName, ElementReference)
  }

  init(
    elements: [Element], requested: [ElementName], provided: [ElementName: ElementName],
    reasons: [ElementName: Reason]
  ) {
    self.elements = elements
    self.requested = requested
    self.provided = provided
    self.reasons = reasons
  }

  /// The names of the elements, in order.
  public var names: [ElementName] { elements.map(\.name) }

  /// The element of that name, if it is one of these.
  public subscript(name: ElementName) -> Element? { elements.first { $0.name == name } }

  /// Why an element is there; nothing when it is not, except that provided names have a reason too.
  public func reason(for name: ElementName) -> Reason? { reasons[name] }
}
