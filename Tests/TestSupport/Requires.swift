import Glibc
import Sandbox
import Testing

extension Trait where Self == ConditionTrait {
  /// Skips a test where this host cannot run it, unless `REQUIRE_CAPABILITIES` names the capability:
  /// then it runs and fails.
  package static func requires(_ capability: Capability) -> Self {
    .enabled("needs \(capability.rawValue)") {
      isDemanded(capability) || capability.isAvailable
    }
  }

  private static func isDemanded(_ capability: Capability) -> Bool {
    guard let value = getenv("REQUIRE_CAPABILITIES") else { return false }
    return String(cString: value).split(separator: ",").contains { $0 == capability.rawValue }
  }
}
