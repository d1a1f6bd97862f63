import ElementModel
import SystemPackage

/// A build that stopped.
public enum BuildError: Error, Sendable {
  /// A hook ended badly.
  case hookFailed(HookFailure)
  /// The builder itself could not do a step.
  case stepFailed(title: String, reason: String)
  /// `root.d` put nothing in place.
  case noRootDeployed
}

extension BuildError {
  /// The exit status to pass on: that of a failing hook, else 1 (dib-contract section 1.7).
  public var status: Int32 {
    if case .hookFailed(let failure) = self { failure.status } else { 1 }
  }
}

/// A hook that failed, and how.
public struct HookFailure: Error, Sendable, Codable, Equatable {
  /// The phase in which it ran.
  public var phase: HookPhase
  /// Its name in the phase directory.
  public var hook: String
  /// The element it comes from; nil for a hook that another hook added.
  public var element: ElementName?
  /// The hook's file in its element.
  public var file: FilePath?
  /// How it ended.
  public var ending: Ending
  /// The last lines it printed.
  public var lastLines: [String]

  /// How a hook ended.
  public enum Ending: Sendable, Codable, Equatable {
    case exited(Int32)
    case signalled(Int32)
    case timedOut(Duration)
  }

  /// The exit status to pass on (dib-contract section 1.7).
  public var status: Int32 {
    switch ending {
    case .exited(let status): status
    case .signalled(let signal): 128 + signal
    case .timedOut: 124
    }
  }

  /// The line of the hook that bash names in its last message, as in `FILE: line 12: …`.
  public var line: Int? {
    for text in lastLines.reversed() {
      guard let range = text.range(of: "/\(phase.rawValue)/\(hook): line ") else { continue }
      let digits = text[range.upperBound...].prefix { $0.isNumber }
      if let number = Int(digits) { return number }
    }
    return nil
  }
}

extension String {
  /// The first occurrence of `other`.
  fileprivate func range(of other: String) -> Range<String.Index>? { ranges(of: other).first }
}

extension BuildError: CustomStringConvertible {
  /// One clause that names the step.
  public var description: String {
    switch self {
    case .hookFailed(let failure):
      "`\(failure.phase.rawValue)/\(failure.hook)` \(failure.ending)"
    case .stepFailed(let title, let reason): "\(title): \(reason)"
    case .noRootDeployed: "no hook in `root.d` deployed a root file system"
    }
  }
}

extension HookFailure.Ending: CustomStringConvertible {
  /// A verb phrase, such as `exited with status 1`.
  public var description: String {
    switch self {
    case .exited(let status): "exited with status \(status)"
    case .signalled(let signal): "was killed by signal \(signal)"
    case .timedOut(let limit): "was stopped after \(limit.components.seconds) s"
    }
  }
}
