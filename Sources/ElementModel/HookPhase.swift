/// A point of the build at which hooks run, in run order; the raw value is the directory's name.
public enum HookPhase: String, CaseIterable, Hashable, Sendable, Codable {
  case root = "root.d"
  case extraData = "extra-data.d"
  case preInstall = "pre-install.d"
  case install = "install.d"
  case postInstall = "post-install.d"
  case postRoot = "post-root.d"
  case blockDevice = "block-device.d"
  case preFinalise = "pre-finalise.d"
  case finalise = "finalise.d"
  case cleanup = "cleanup.d"

  /// Whether hooks of this phase run with the rootfs as `/`, as root.
  public var runsInChroot: Bool {
    switch self {
    case .preInstall, .install, .postInstall, .finalise: true
    case .root, .extraData, .postRoot, .blockDevice, .preFinalise, .cleanup: false
    }
  }

  /// The name without `.d`, as in break points and titles.
  public var title: String { String(rawValue.dropLast(2)) }
}

extension HookPhase: Comparable {
  /// Run order.
  public static func < (left: HookPhase, right: HookPhase) -> Bool {
    left.position < right.position
  }

  private var position: Int { Self.allCases.firstIndex(of: self) ?? 0 }
}
