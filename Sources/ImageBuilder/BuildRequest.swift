import ElementModel
import SystemPackage

/// What was asked for: options, environment and defaults merged, every value validated.
public struct BuildRequest: Sendable, Codable {
  /// What progress is reported under, such as `iptables/default`.
  public var subject: String
  /// As the user spells it; never normalized (dib-contract section 1.4).
  public var architecture: String
  /// `IMAGE_NAME`, which hooks see.
  public var imageName = "image"
  /// `DIB_DEFAULT_INSTALLTYPE` where the caller does not set it: `source` or `package`.
  public var installType = "source"
  /// The caller's environment.
  public var variables: [String: String]
  /// The same before options changed it, for `DIB_ENV`.
  public private(set) var givenVariables: [String: String]
  /// Where the build stops for the user to look around.
  public var breaks = BreakPoints()
  /// Which files are hooks.
  public var hookNames = HookNames()
  /// The program's arguments, for `DIB_ARGS`.
  public var arguments: [String] = []
  /// The `resolv.conf` that hooks in the chroot use; nil where the host has none.
  public var resolverConfiguration: [UInt8]?
  /// Installed between `install.d` and `post-install.d`.
  public var extraPackages: [String] = []
  /// Whether hooks are told to use only what is cached.
  public var isOffline = false
  /// How long one hook may take; nil: as long as it likes.
  public var hookTimeout: Duration?
  /// The directories of elements, the bundled one last.
  public var searchPath: [FilePath]
  /// The directory of the shell library that hooks know as `_LIB`.
  public var library: FilePath
  /// Where downloads are kept between builds: `DIB_IMAGE_CACHE`.
  public var imageCache: FilePath
  /// Where hooks take the locks that all builds share: `DIB_LOCKFILES`.
  public var lockFiles: FilePath
  /// The working directory of host-side hooks; for images that are kept, where the user started the
  /// program. Nil: one that is thrown away with the build.
  public var workingDirectory: FilePath?
  /// The disk that hooks are told of; nil where no output needs one.
  package var disk: DiskRequest?

  /// Whether nothing is to be downloaded, by option or by the caller's environment.
  package var isCutOff: Bool { isOffline || variables["DIB_OFFLINE"]?.isEmpty == false }

  /// A request with the defaults of dib-contract section 1.2 for everything not named.
  public init(
    subject: String, architecture: String, variables: [String: String], searchPath: [FilePath],
    library: FilePath, imageCache: FilePath, lockFiles: FilePath
  ) {
    self.subject = subject
    self.architecture = architecture
    self.variables = variables
    givenVariables = variables
    self.searchPath = searchPath
    self.library = library
    self.imageCache = imageCache
    self.lockFiles = lockFiles
  }
  /// Adds variables as if the program had been started with them.
  public mutating func give(_ variables: [String: String]) {
    self.variables.merge(variables) { _, new in new }
    givenVariables.merge(variables) { _, new in new }
  }
}
