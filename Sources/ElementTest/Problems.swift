public import Diagnostics

/// Everything that is wrong with the user's files, collected so that one run tells it all.
public struct Problems: Sendable, Equatable {
  /// In the order in which they were found.
  public private(set) var errors: [InputError] = []

  /// No problems.
  public init() {}

  mutating func add(_ error: InputError) { errors.append(error) }

  mutating func add(_ other: Problems) { errors += other.errors }

  /// The value, or nil after its error was collected.
  mutating func attempt<Value>(_ body: () throws(InputError) -> Value) -> Value? {
    do {
      return try body()
    } catch {
      errors.append(error)
      return nil
    }
  }
}
