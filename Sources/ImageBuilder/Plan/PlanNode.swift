/// One part of a plan: something to do, or something to hold while other things are done.
public indirect enum PlanNode: Sendable, Codable, Equatable {
  /// One operation.
  case step(Step)
  /// A resource, acquired before the body and released after it, on every way out.
  case scope(Resource, [PlanNode])
}

/// An operation and the title the user sees while it runs.
public struct Step: Sendable, Codable, Equatable {
  /// What the user sees while it runs.
  public var title: String
  /// What is done.
  public var operation: BuildOperation

  /// The step `title`, which performs `operation`.
  public init(_ title: String, _ operation: BuildOperation) {
    self.title = title
    self.operation = operation
  }
}
