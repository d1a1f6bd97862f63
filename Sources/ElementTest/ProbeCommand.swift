public import SystemPackage

/// A command to run with the rootfs as `/`, and what it needs for that.
public struct ProbeCommand: Sendable, Hashable {
  /// The program and its arguments; the program is an absolute path in the rootfs.
  public var arguments: [String]
  /// How long the command may take.
  public var timeout: Duration
  /// A directory of the host that the command may read.
  public var share: Share?

  /// A host directory, read-only at a path in the rootfs that need not exist.
  public struct Share: Sendable, Hashable {
    /// The directory on the host.
    public var source: FilePath
    /// The absolute path in the rootfs.
    public var target: FilePath

    /// Shows the host's `source` at `target`.
    public init(source: FilePath, target: FilePath) {
      self.source = source
      self.target = target
    }
  }

  /// A command without a shell around it.
  public init(_ arguments: [String], timeout: Duration, share: Share? = nil) {
    self.arguments = arguments
    self.timeout = timeout
    self.share = share
  }

  /// A line for `sh`, as goss runs commands.
  public static func shell(_ line: String, timeout: Duration) -> ProbeCommand {
    ProbeCommand(["/bin/sh", "-c", line], timeout: timeout)
  }
}

extension ProbeCommand: CustomStringConvertible {
  /// The line for the shell, or the words.
  public var description: String {
    arguments.starts(with: ["/bin/sh", "-c"])
      ? arguments.dropFirst(2).joined(separator: " ") : arguments.joined(separator: " ")
  }
}

/// How a command ended and what it wrote.
public struct CommandOutcome: Sendable, Equatable {
  /// The exit status; 128 plus its number after a signal, as a shell reports it.
  public var status: Int
  /// What it wrote to standard output.
  public var output: String
  /// What it wrote to standard error.
  public var errorOutput: String

  /// An outcome, by default a silent success.
  public init(status: Int = 0, output: String = "", errorOutput: String = "") {
    self.status = status
    self.output = output
    self.errorOutput = errorOutput
  }
}

extension CommandOutcome {
  /// The status and the end of both outputs, for a failure's details.
  var evidence: String {
    let limit = 4000
    let parts = [("standard output", output), ("standard error", errorOutput)]
    return
      (["exit status \(status)"]
      + parts.filter { !$0.1.isEmpty }.map { "\($0.0):\n" + $0.1.lastPart(ofAtMost: limit) })
      .joined(separator: "\n")
  }
}
