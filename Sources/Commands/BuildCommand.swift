import ArgumentParser
import Diagnostics
import ElementModel
import ImageBuilder
import Reporting
import SystemPackage

/// `tie-check build`, which is `disk-image-create` when called by that name.
struct BuildCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "build", abstract: "Build an image, with the options of disk-image-create.")

  @Option(name: .short, help: "The architecture of the image, such as amd64.")
  var arch: String?

  @Option(name: .customShort("o"), help: "The image's name; may contain a directory.")
  var imageName = "image"

  @Option(name: .customShort("t"), help: "The output types, comma separated, such as qcow2,tar.")
  var types = "qcow2"

  @Flag(name: .customShort("u"), help: "Do not compress qcow2.")
  var isUncompressed = false

  @Flag(help: "Write checksums of the images.")
  var checksum = false

  @Option(help: "The size of the image in GiB; decimals are allowed.")
  var imageSize: String?

  @Option(help: "MiB beyond what the content needs.")
  var imageExtraSize: String?

  @Option(help: "The size of the journal in MiB.")
  var mkfsJournalSize: String?

  @Option(help: "Further options of mkfs for the root.")
  var mkfsOptions = ""

  @Option(help: "File system blocks up to which the root can be resized online.")
  var maxOnlineResize: String?

  @Option(help: "The label of the root.")
  var rootLabel: String?

  @Option(help: "Options for `qemu-img convert -o`: key=value,…")
  var qemuImgOptions: String?

  @Option(help: "For type docker: repository:tag.")
  var dockerTarget: String?

  @Option(help: "How the disk is made: auto, direct, loop or vm.")
  var isolation = "auto"

  @Option(help: "Accepted and without effect: builds need no tmpfs.")
  var minTmpfs: String?

  @Flag(help: "Accepted and without effect: builds need no tmpfs.")
  var noTmpfs = false

  @Flag(name: .customShort("x"), help: "Trace what hooks do; twice: more.")
  var trace: Int

  @Flag(name: .customShort("n"), help: "Do not add the element `base`.")
  var skipsBase = false

  @Option(name: .customShort("p"), help: "Packages to install, comma separated; repeatable.")
  var packages: [String] = []

  @Option(help: "The install type of elements that have several: source or package.")
  var installType = "source"

  @Option(help: "The directory for downloads.")
  var imageCache: String?

  @Option(help: "The element that makes a ramdisk of the image.")
  var ramdiskElement = "ramdisk"

  @Flag(help: "Use only what is cached.")
  var offline = false

  @Argument(help: "Elements: names or directories.")
  var elements: [String] = []

  /// Whether the program was called as `ramdisk-image-create`.
  var isRamdisk =
    CommandLine.arguments.first
    .map { FilePath($0).lastComponent == "ramdisk-image-create" } ?? false

  enum CodingKeys: CodingKey {
    case arch, imageName, types, trace, skipsBase, packages, installType, imageCache
    case isUncompressed, checksum, imageSize, imageExtraSize, mkfsJournalSize, mkfsOptions
    case maxOnlineResize, rootLabel, qemuImgOptions, dockerTarget, isolation
    case minTmpfs, noTmpfs
    case ramdiskElement, offline, elements
  }

  func run() async throws {
    let environment = try ProcessEnvironment.current()
    let console = ConsoleProgress(
      isLive: false,
      style: TerminalStyle(
        .auto, isTerminal: OutputDescriptor.standardError.isTerminal,
        noColor: environment["NO_COLOR"], term: environment["TERM"]),
      verbosity: .verbose)
    let pipeline = BuildPipeline(
      request: try request(environment), environment: environment,
      installation: try Installation(environment), progress: console.sink)
    do { try await pipeline.run() } catch let error as BuildError {
      try OutputDescriptor.standardError.write("tie-check: \(error)\n")
      throw ExitCode(error.status)
    }
  }

  private func request(_ environment: ProcessEnvironment) throws -> ImageRequest {
    _ = try environment.path(imageName, "the name of the image")
    var request = try ImageRequest(
      elements: allElements(environment), types: types.split(separator: ",").map(String.init),
      name: imageName, in: environment.workingDirectory)
    request.architecture = arch
    request.variables = variables
    request.isCompressed = !isUncompressed
    request.rootOptions = mkfsOptions
    request.dockerTarget = dockerTarget
    request.isolation = try chosenIsolation()
    request.packages = packages.flatMap { $0.split(separator: ",").map(String.init) }
    request.installType = installType
    request.imageCache = try imageCache.map { try environment.path($0, "`--image-cache`") }
    request.isOffline = offline
    request.arguments = Array(CommandLine.arguments.dropFirst())
    try request.validate(named: elements)
    return request
  }

  private func chosenIsolation() throws(InputError) -> Isolation? {
    if isolation == "auto" { return nil }
    guard let chosen = Isolation(rawValue: isolation) else {
      let names = (["auto"] + Isolation.allCases.map(\.rawValue)).joined(separator: ", ")
      throw InputError("there is no isolation `\(isolation)`", hint: "use one of \(names)")
    }
    return chosen
  }

  /// Dib-contract section 1.5: what is inherited comes first, `base` before it, a ramdisk's first.
  private func allElements(_ environment: ProcessEnvironment) -> [String] {
    let inherited = environment["IMAGE_ELEMENT"] ?? ""
    let base = skipsBase || environment["SKIP_BASE"] == "1" ? [] : ["base"]
    let named = inherited.split(separator: " ").map(String.init) + elements
    return (isRamdisk ? [ramdiskElement] : []) + base + named
      + layout(for: named, arch ?? environment["ARCH"] ?? HostArchitecture.name)
  }

  private func layout(for names: [String], _ architecture: String) -> [String] {
    let hasLayout = names.contains { $0.hasPrefix(LegacyEnvironment.layoutPrefix) }
    return names.contains(LegacyEnvironment.bootable) && !hasLayout
      ? [LegacyEnvironment.defaultLayout(for: architecture)] : []
  }

  /// The variables that options set (dib-contract section 1.2).
  private var variables: [String: String] {
    var values: [String: String] = [:]
    values["DIB_IMAGE_SIZE"] = imageSize
    values["DIB_IMAGE_EXTRA_SIZE"] = imageExtraSize
    values["DIB_JOURNAL_SIZE"] = mkfsJournalSize
    values["MAX_ONLINE_RESIZE"] = maxOnlineResize
    values["ROOT_LABEL"] = rootLabel
    values["QEMU_IMG_OPTIONS"] = qemuImgOptions
    values["DIB_MIN_TMPFS"] = minTmpfs
    if noTmpfs { values["DIB_NO_TMPFS"] = "1" }
    if checksum { values["DIB_CHECKSUM"] = "1" }
    if trace > 0 { values["DIB_DEBUG_TRACE"] = "\(trace)" }
    return values
  }
}
