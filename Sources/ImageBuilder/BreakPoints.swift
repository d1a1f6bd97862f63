import Diagnostics
import ElementModel

/// Where a build stops for the user to look around, and what is run there (dib-contract section 7.6).
public struct BreakPoints: Sendable, Codable, Equatable {
  /// `before-PHASE`, `after-PHASE`, `after-error`.
  private let names: [String]
  /// `break_cmd`.
  private let command: String?
  /// `break_outside_target`: after an error in the chroot, look from the host.
  private let isOutsideTarget: Bool

  /// None.
  public init() { self.init(variables: [:]) }

  /// What the caller's variables `break`, `break_cmd` and `break_outside_target` ask for.
  public init(variables: [String: String]) {
    names = (variables["break"] ?? "").split(separator: ",").map(String.init)
    command = variables["break_cmd"].flatMap { $0.isEmpty ? nil : $0 }
    isOutsideTarget = variables["break_outside_target"]?.isEmpty == false
  }

  /// A warning for each name that stands for no place in a build.
  public var warnings: [String] {
    let known =
      ["after-error"] + HookPhase.allCases.flatMap { ["before-\($0.title)", "after-\($0.title)"] }
    return names.filter { !known.contains($0) }.map { name in
      let closest = closestName(to: name, among: known)
      return "there is no break point `\(name)`"
        + (closest.map { "; did you mean `\($0)`?" } ?? "")
    }
  }

  /// A warning for each place in the phases that run inside a machine, which has no terminal, where a
  /// shell is wanted.
  var warningsInMachine: [String] {
    let moments: [BreakStop.Moment] = [.before, .after, .error]
    let stops = LateHooks.onDisk.flatMap { phase in moments.compactMap { stop($0, phase) } }
    var titles: [String] = []
    for stop in stops where stop.command == nil && !titles.contains(stop.title) {
      titles.append(stop.title)
    }
    return titles.map {
      "no shell can be had at `\($0)`: a virtual machine has no terminal; use `--isolation loop`, or "
        + "`break_cmd` where it counts"
    }
  }

  /// The stop at a place of a build; nil where nobody wants one.
  func stop(_ moment: BreakStop.Moment, _ phase: HookPhase) -> BreakStop? {
    let stop = BreakStop(
      phase: phase, moment: moment, command: command(at: moment, phase),
      runsInChroot: phase.runsInChroot && !(moment == .error && isOutsideTarget))
    return names.contains(stop.title) ? stop : nil
  }

  /// The command counts before a phase on the host and after an error; else the user gets a shell.
  private func command(at moment: BreakStop.Moment, _ phase: HookPhase) -> String? {
    switch moment {
    case .before: phase.runsInChroot ? nil : command
    case .after: nil
    case .error: command
    }
  }
}
