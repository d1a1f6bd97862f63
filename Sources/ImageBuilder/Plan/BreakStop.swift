import ElementModel

/// One stop of a build, at which the user looks around.
public struct BreakStop: Sendable, Codable, Equatable {
  /// Where in a phase a build stops.
  public enum Moment: String, Sendable, Codable {
    case before
    case after
    /// Behind a hook that failed.
    case error
  }

  /// The phase.
  public var phase: HookPhase
  /// Where in the phase.
  public var moment: Moment
  /// A command for bash; nil: bash itself.
  public var command: String?
  /// Whether it is run with the rootfs as `/`.
  public var runsInChroot: Bool

  /// `before-install`, `after-error`: what the user calls it.
  public var title: String {
    moment == .error ? "after-error" : "\(moment.rawValue)-\(phase.title)"
  }
}
