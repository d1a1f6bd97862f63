package import SystemPackage

/// A sandbox could not be set up or kept, which says nothing about its payload.
package struct SandboxError: Error, Hashable, Sendable {
  package var action: Action
  package var reason: Errno
  /// Which of several files the reason is about, when that is known.
  package var culprit: FilePath?

  /// What failed.
  package enum Action: Sendable, Hashable {
    /// Getting descriptors and a process.
    case start
    /// Writing the map of a user namespace, or taking on its user 0.
    case mapUsers
    case setUp(SetupStep)
    case enterDirectory(FilePath)
    case execute(String)
    /// Process 1 of the sandbox ended without a word.
    case supervise
  }

  init(_ action: Action, reason: Errno, culprit: FilePath? = nil) {
    self.action = action
    self.reason = reason
    self.culprit = culprit
  }

  init(_ action: Action, errno: Int32) { self.init(action, reason: Errno(rawValue: errno)) }
}

extension SandboxError: CustomStringConvertible {
  package var description: String {
    let place = culprit.map { "\($0): " } ?? ""
    return "\(action): \(place)\(reason)"
  }
}

extension SandboxError.Action: CustomStringConvertible {
  package var description: String {
    switch self {
    case .start: "start a sandbox"
    case .mapUsers: "map users into a sandbox"
    case .setUp(let step): step.description
    case .enterDirectory(let path): "change to directory \(path)"
    case .execute(let name): "execute \(name)"
    case .supervise: "a sandbox ended from outside, as when memory runs out"
    }
  }
}
