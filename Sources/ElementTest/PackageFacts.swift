public import SystemPackage

/// The packages of a rootfs.
public struct PackageFacts: Sendable, Equatable {
  /// In the database's order.
  public let packages: [Package]
  /// Where the database lies.
  public let path: FilePath
  private let indices: [String: [Int]]
  private let providers: [String: [Int]]

  /// The packages of the database at `path`.
  public init(_ packages: [Package], path: FilePath = "/var/lib/dpkg/status") {
    self.packages = packages
    self.path = path
    var indices: [String: [Int]] = [:]
    var providers: [String: [Int]] = [:]
    for (index, package) in packages.enumerated() {
      indices[package.name, default: []].append(index)
      for name in package.provides { providers[name, default: []].append(index) }
    }
    self.indices = indices
    self.providers = providers
  }

  /// The installed packages of that name, one an architecture; `name:architecture` means one.
  public func installed(named name: String) -> [Package] {
    let parts = name.split(separator: ":", maxSplits: 1).map(String.init)
    return (indices[parts.first ?? ""] ?? []).map { packages[$0] }
      .filter { $0.isInstalled && (parts.count == 1 || $0.architecture == parts[1]) }
  }

  /// The installed packages that say they provide the name.
  public func providers(of name: String) -> [Package] {
    (providers[name] ?? []).map { packages[$0] }.filter(\.isInstalled)
  }
}

extension PackageFacts {
  /// One package, installed or known from an earlier installation.
  public struct Package: Sendable, Equatable {
    /// The name without the architecture.
    public var name: String
    /// The version in the distribution's own form.
    public var version: String
    /// The architecture it was built for.
    public var architecture: String
    /// dpkg's three words: what is wanted, the error flag, the state.
    public var status: String
    /// The names that it says it provides.
    public var provides: [String]
    /// Where its entry in the database begins.
    public var line: Int

    /// A package, by default installed and whole.
    public init(
      name: String, version: String, architecture: String = "amd64",
      status: String = "install ok installed", provides: [String] = [], line: Int = 1
    ) {
      self.name = name
      self.version = version
      self.architecture = architecture
      self.status = status
      self.provides = provides
      self.line = line
    }

    /// Whether its files are there and it is configured.
    public var isInstalled: Bool { status.hasSuffix(" installed") }

    /// Whether dpkg would have nothing to mend.
    public var isConsistent: Bool {
      let words = status.split(separator: " ")
      let states: Set<Substring> = ["installed", "not-installed", "config-files"]
      return words.count == 3 && words[1] == "ok" && states.contains(words[2])
    }
  }
}
