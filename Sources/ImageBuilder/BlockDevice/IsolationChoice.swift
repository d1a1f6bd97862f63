import Diagnostics

/// Which isolation a build gets, and why.
package struct IsolationChoice: Sendable, Equatable {
  package let isolation: Isolation
  /// A clause.
  package let reason: String

  /// Takes what is `wanted`, or the cheapest that can make the disk.
  ///
  /// - Parameter hook: One that asks for the disk's devices, as messages call it.
  /// - Throws: `InputError` where the disk cannot be made as wanted, `MissingIsolation` where only
  ///   this host cannot.
  package init(
    _ wanted: Isolation?, _ layout: DiskLayout, hook: String?, on host: IsolationHost
  ) throws {
    guard let wanted else {
      self = Self.cheapest(layout, hook, host)
      try Self.require(isolation, layout, host)
      return
    }
    try Self.require(wanted, layout, host)
    (isolation, reason) = (wanted, "it was asked for")
  }

  private init(_ isolation: Isolation, _ reason: String) {
    self.isolation = isolation
    self.reason = reason
  }

  private static func cheapest(
    _ layout: DiskLayout, _ hook: String?, _ host: IsolationHost
  ) -> Self {
    let direct = obstacle(to: .direct, layout, host)
    if direct == nil, hook == nil { return Self(.direct, "no hook needs the disk's devices") }
    let cause = hook.map { "`\($0)` needs the disk's devices" }
    guard let loop = obstacle(to: .loop, layout, host) else {
      return Self(.loop, cause ?? direct?.reason ?? "")
    }
    return Self(.machine, [cause, loop.reason].compactMap(\.self).joined(separator: ", and "))
  }

  private static func require(
    _ isolation: Isolation, _ layout: DiskLayout, _ host: IsolationHost
  ) throws {
    guard let obstacle = obstacle(to: isolation, layout, host) else { return }
    let message = "isolation `\(isolation.rawValue)` cannot make the disk: \(obstacle.reason)"
    if let mend = obstacle.mend { throw MissingIsolation(reason: message, hint: mend) }
    throw InputError(message, hint: "use `--isolation vm`")
  }

  /// What is in the way of an isolation.
  private struct Obstacle {
    let reason: String
    /// What would remove it from this host; nil: nothing does.
    var mend: String?
  }

  private static func obstacle(
    to isolation: Isolation, _ layout: DiskLayout, _ host: IsolationHost
  ) -> Obstacle? {
    guard isolation != .machine else {
      return host.hasMachine
        ? nil
        : Obstacle(
          reason: "user-mode Linux is not installed", mend: "`apt-get install user-mode-linux`")
    }
    if let reason = DiskBuilder.obstacle(in: layout) { return Obstacle(reason: reason) }
    let mounted = layout.fileSystems.filter {
      isolation == .loop ? $0.mountPoint != nil : DiskBuilder.isMounted($0)
    }
    if isolation == .loop || !mounted.isEmpty, !host.hasLoopDevices {
      return Obstacle(
        reason: "there are no loop devices",
        mend:
          "run `modprobe loop`, in a container pass `/dev/loop-control` through, or use `--isolation vm`"
      )
    }
    let missing = mounted.first { !host.fileSystems.contains($0.type) }
    return missing.map {
      Obstacle(
        reason: "the kernel of this host knows no \($0.type)",
        mend: "run `modprobe \($0.type)`, or use `--isolation vm`")
    }
  }
}

/// What decides which isolations a host can do.
package struct IsolationHost: Sendable {
  package var hasLoopDevices: Bool
  package var hasMachine: Bool
  /// The types that its kernel can mount.
  package var fileSystems: Set<String>

  /// A host with the given abilities.
  package init(hasLoopDevices: Bool, hasMachine: Bool, fileSystems: Set<String>) {
    self.hasLoopDevices = hasLoopDevices
    self.hasMachine = hasMachine
    self.fileSystems = fileSystems
  }
}

/// This host cannot make a disk in the way that was chosen.
package struct MissingIsolation: Error, Sendable, Equatable, CustomStringConvertible {
  package let reason: String
  /// The next step, as an imperative.
  package let hint: String

  package var description: String { "\(reason)\n  hint: \(hint)" }
}
