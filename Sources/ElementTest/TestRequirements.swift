/// What a case needs of the host and the build; it is skipped where that is missing.
public struct TestRequirements: Sendable, Equatable {
  /// Any one of these; none means every one will do.
  public var architectures: [String] = []
  /// Any one of these; none means every one will do.
  public var distributions: [String] = []
  /// All of these: `root`, `kvm`, …
  public var host: [String] = []

  /// As dpkg calls them, which is what builds set `ARCH` to, and as users of other systems do.
  static let knownArchitectures = [
    "amd64", "arm64", "armel", "armhf", "i386", "loong64", "mips64el", "powerpc", "ppc64",
    "ppc64el", "ppc64le", "riscv64", "s390x", "aarch64", "x86_64",
  ]

  /// No requirements.
  public init() {}

  /// What there is.
  public struct Surroundings: Sendable, Equatable {
    /// As in `ARCH`.
    public var architecture: String
    /// As in `DISTRO_NAME`.
    public var distribution: String
    /// What the host can do: `root`, `kvm`, …
    public var capabilities: Set<String>

    /// Surroundings of a build of `distribution` for `architecture` on a host that can do
    /// `capabilities`.
    public init(architecture: String, distribution: String, capabilities: Set<String>) {
      self.architecture = architecture
      self.distribution = distribution
      self.capabilities = capabilities
    }
  }

  /// Why the case cannot run; nil when it can.
  public func skipReason(in surroundings: Surroundings) -> String? {
    if !architectures.isEmpty, !architectures.contains(surroundings.architecture) {
      return "needs architecture \(architectures.alternatives), builds \(surroundings.architecture)"
    }
    if !distributions.isEmpty, !distributions.contains(surroundings.distribution) {
      return "needs distribution \(distributions.alternatives), builds \(surroundings.distribution)"
    }
    let missing = host.filter { !surroundings.capabilities.contains($0) }
    return missing.isEmpty ? nil : "the host lacks \(missing.joined(separator: ", "))"
  }
}

extension [String] {
  fileprivate var alternatives: String { joined(separator: " or ") }
}
