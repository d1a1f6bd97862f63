import ElementModel

/// All that a build will do, decided before anything is done.
///
/// Complete, printable and `Codable`; running it asks the user nothing.
public struct BuildPlan: Sendable, Codable, Equatable {
  /// The elements in resolution order, for display and for the hooks' environment.
  public var elements: [PlannedElement]
  /// What is done, in order.
  public var nodes: [PlanNode]

  /// A plan that runs `nodes` for `elements`.
  public init(elements: [PlannedElement], nodes: [PlanNode]) {
    self.elements = elements
    self.nodes = nodes
  }
}

/// An element as a plan names it.
public struct PlannedElement: Sendable, Codable, Equatable {
  /// The name of its directory.
  public var name: ElementName
  /// The absolute path of its directory.
  public var path: String
  /// Why it takes part: "requested", "needed by `x`".
  public var reason: String

  /// The element `name` at `path`.
  public init(name: ElementName, path: String, reason: String) {
    self.name = name
    self.path = path
    self.reason = reason
  }
}
