/// An executable that runs in a phase.
public struct Hook: Hashable, Sendable {
  public let name: String
  /// The number that decides when in its phase it runs; 0 for a name without one.
  public let number: Int
  public let phase: HookPhase
  /// The element it comes from.
  public let element: ElementName
  public let file: ElementFile
}
