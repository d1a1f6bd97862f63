import Diagnostics

/// Which isolation a build gets, and why.
package struct IsolationChoice: Sendable, Equatable {
  package let isolation: Isolation
  /// A clause.
  package let reason: String
  /// What would make a cheaper one possible on this host.
  private let alternative: String?

  /// Takes what is `wanted`, or the cheapest that can make the disk; `hook` is one that asks for the
  /// disk's devices, as messages call it.
  ///
  /// - Throws: `InputError` where the disk cannot be made as wanted, `MissingIsolation` where only
  ///   this host cannot.
  package init(
    _ wanted: Isolation?, _ layout: DiskLayout, hook: String?, on host: IsolationHost
  ) throws {
    guard let wanted else {
      self = Self.cheapest(layout, hook, host)
      try Self.require(isolation, layout, host, because: reason, orElse: alternative)
      return
    }
    try Self.require(wanted, layout, host)
    if wanted == .direct, let hook {
      throw InputError(
        "isolation `direct` cannot make the disk: `\(hook)` needs the disk's devices",
        hint: "use `--isolation auto`")
    }
    self.init(wanted, "it was asked for")
  }

  private init(_ isolation: Isolation, _ reason: String, alternative: String? = nil) {
    self.isolation = isolation
    self.reason = reason
    self.alternative = alternative
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
    let reason = [cause, loop.reason].compactMap(\.self).joined(separator: ", and ")
    return Self(.machine, reason, alternative: loop.mend)
  }

  private static func require(
    _ isolation: Isolation, _ layout: DiskLayout, _ host: IsolationHost,
    because cause: String? = nil, orElse alternative: String? = nil
  ) throws {
    guard let obstacle = obstacle(to: isolation, layout, host) else { return }
    let need = cause.map { "; it is needed because \($0)" } ?? ""
    let message =
      "isolation `\(isolation.rawValue)` cannot make the disk: \(obstacle.reason)\(need)"
    guard let mend = obstacle.mend else {
      throw InputError(
        message,
        hint: isolation == .machine ? "describe fewer disks" : "use `--isolation vm`")
    }
    let other = isolation == .machine ? alternative : "use `--isolation vm`"
    let hints = [mend, other].compactMap(\.self)
    throw MissingIsolation(reason: message, hint: hints.joined(separator: "; or "))
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
    guard isolation != .machine else { return obstacleToMachine(layout, host) }
    if let reason = DiskBuilder.obstacle(in: layout) { return Obstacle(reason: reason) }
    let mounted = layout.fileSystems.filter {
      isolation == .loop ? $0.mountPoint != nil : DiskBuilder.isMounted($0)
    }
    if isolation == .loop || !mounted.isEmpty, !host.hasLoopDevices {
      return Obstacle(
        reason: "there are no loop devices",
        mend: "run `modprobe loop`, or in a container pass `/dev/loop-control` through")
    }
    let missing = mounted.first { !host.fileSystems.contains($0.kernelType) }
    return missing.map {
      Obstacle(
        reason: "the kernel of this host knows no \($0.kernelType)",
        mend: "run `modprobe \($0.kernelType)`")
    }
  }

  private static func obstacleToMachine(_ layout: DiskLayout, _ host: IsolationHost) -> Obstacle? {
    // One is for the content.
    let limit = Machine.diskLimit - 1
    if layout.disks.count > limit {
      return Obstacle(reason: "there are more than \(limit) disks")
    }
    if host.hasMachine { return nil }
    return Obstacle(
      reason: "user-mode Linux is not installed", mend: "`apt-get install user-mode-linux`")
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
