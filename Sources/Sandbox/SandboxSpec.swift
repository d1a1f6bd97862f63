package import SystemPackage

/// A process and the namespaces around it, as a value.
package struct SandboxSpec: Sendable, Hashable {
  package var root: Root
  /// Mounted in this order, after the root.
  package var mounts: [Mount]
  package var namespaces: Namespaces = .all
  /// Set: the sandbox has a user namespace of its own.
  package var userMapping: UserMapping?

  /// The payload; `arguments[0]` is looked up in the environment's `PATH` unless it has a slash.
  package var arguments: [String]
  package var environment: [String: String]
  package var workingDirectory: FilePath
  package var umask: UInt32 = 0o022
  package var streams: Streams = .merged
  package var standardInput: StandardInput = .null

  /// Time for the payload; afterwards everything gets `TERM`, and `KILL` a grace period later.
  package var timeout: Duration?
  package var gracePeriod: Duration = .seconds(5)
  /// Directories inside the sandbox: files opened on the mounts that hold them are reported.
  package var watchedMounts: [FilePath] = []

  /// A payload in `root`; everything else has a default that suits a hook.
  package init(
    root: Root, mounts: [Mount] = [], arguments: [String] = [],
    environment: [String: String] = [:], workingDirectory: FilePath = "/", timeout: Duration? = nil
  ) {
    self.root = root
    self.mounts = mounts
    self.arguments = arguments
    self.environment = environment
    self.workingDirectory = workingDirectory
    self.timeout = timeout
  }
}

extension SandboxSpec {
  /// What the payload sees as `/`.
  package enum Root: Sendable, Hashable {
    /// The host's own tree; mounts inside it stay invisible to the host.
    case host
    /// The host's own tree, in which nothing can be changed but what is mounted on it.
    case readOnlyHost
    /// A directory with whatever is mounted below it; the host's tree is gone.
    case directory(FilePath)
    case overlay(Overlay)
    case device(BlockMount)
  }

  /// What the payload does not share with the host.
  package struct Namespaces: OptionSet, Sendable, Hashable {
    package let rawValue: UInt8
    /// A set with the given bits.
    package init(rawValue: UInt8) { self.rawValue = rawValue }

    package static let ipc = Self(rawValue: 1)
    package static let uts = Self(rawValue: 2)
    /// No interface but an unconfigured loopback.
    package static let network = Self(rawValue: 4)
    /// The usual set. Mounts and processes are always separate.
    package static let all: Self = [.ipc, .uts]
  }

  /// Where standard output and error go.
  package enum Streams: Sendable, Hashable {
    /// One pipe, so that the order of lines is kept; all count as standard output.
    case merged
    case separate
    /// The caller's own terminal, with its session: for interactive shells.
    case inherited
  }

  /// Where standard input comes from.
  package enum StandardInput: Sendable, Hashable {
    case null
    case inherited
  }
}
