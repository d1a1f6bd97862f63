/// An executable that runs in a phase.
public struct Hook: Hashable, Sendable {
  /// The name of the file.
  public let name: String
  /// The number that decides when in its phase it runs; 0 for a name without one.
  public let number: Int
  /// The phase it runs in.
  public let phase: HookPhase
  /// The element it comes from.
  public let element: ElementName
  /// The executable, or the link to it.
  public let file: ElementFile
}
