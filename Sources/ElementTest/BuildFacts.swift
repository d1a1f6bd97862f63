public import ElementModel
public import SystemPackage

/// What is known about the build of a rootfs, for judging what it should hold.
public struct BuildFacts: Sendable {
  /// The element under test.
  public var element: ElementName
  /// How the user names it on the command line, such as `elements/iptables`.
  public var elementArgument: String
  /// The search path that the elements come from.
  public var tree: ElementTree
  /// All elements of the build.
  public var elements: ResolvedElements
  /// The merged hooks of the build.
  public var hooks: HookTree
  /// As hooks saw it from `extra-data.d` on: `ARCH`, `DISTRO_NAME`, `DIB_RELEASE`, install types, …
  public var environment: [String: String]
  /// What must not have found its way into the rootfs.
  public var host = Host()
  /// The element and hook that last changed a path of the rootfs, where that is known.
  public var lastTouched: @Sendable (FilePath) -> String? = { _ in nil }

  /// The host that built it.
  public struct Host: Sendable, Equatable {
    /// Its host name; empty when it is not to be looked for.
    public var name = ""
    /// Directories that only the build used.
    public var workspaces: [FilePath] = []
    /// The `resolv.conf` that hooks in the chroot had; nil when it is not to be looked for.
    public var resolverConfiguration: [UInt8]?

    /// A host that left no traces.
    public init() {}
  }

  /// Facts about the build of `element` from `elements`, which were resolved in `tree`.
  public init(
    element: ElementName, elementArgument: String, tree: ElementTree, elements: ResolvedElements,
    hooks: HookTree, environment: [String: String]
  ) {
    self.element = element
    self.elementArgument = elementArgument
    self.tree = tree
    self.elements = elements
    self.hooks = hooks
    self.environment = environment
  }

  /// The command that builds a case again and checks it.
  func reproduce(_ caseName: String) -> String {
    "tie-check test \(elementArgument) --case \(caseName)"
  }

  var architecture: String { environment["ARCH"] ?? "" }
  var distribution: String { environment["DISTRO_NAME"] ?? "" }
  var release: String { environment["DIB_RELEASE"] ?? "" }

  /// Where the image says how it was built.
  var manifestDirectory: FilePath {
    FilePath(environment["DIB_MANIFEST_IMAGE_DIR"] ?? "/etc/dib-manifests")
  }
}
