/// The enablement of a unit, in the words of `systemctl is-enabled`.
public enum UnitState: String, Sendable, CaseIterable {
  case enabled
  case enabledRuntime = "enabled-runtime"
  case linked
  case linkedRuntime = "linked-runtime"
  case alias
  case masked
  case maskedRuntime = "masked-runtime"
  case `static`
  case indirect
  case disabled
  case notFound = "not-found"

  /// Whether `systemctl is-enabled` ends with 0, which is what goss calls enabled: a unit that
  /// cannot be enabled because it is `static` counts, too.
  public var countsAsEnabled: Bool {
    switch self {
    case .enabled, .enabledRuntime, .alias, .static, .indirect: true
    case .linked, .linkedRuntime, .masked, .maskedRuntime, .disabled, .notFound: false
    }
  }
}
