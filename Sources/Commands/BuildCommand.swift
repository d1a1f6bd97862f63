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

  @Option(name: .customShort("t"), help: "The output types, comma separated: tar.")
  var types = TarOutput.key

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
    var request = try ImageRequest(
      elements: allElements(environment), types: types.split(separator: ",").map(String.init),
      imageName: environment.path(imageName, "the name of the image"))
    request.architecture = arch
    request.trace = trace
    request.packages = packages.flatMap { $0.split(separator: ",").map(String.init) }
    request.installType = installType
    request.imageCache = try imageCache.map { try environment.path($0, "`--image-cache`") }
    request.isOffline = offline
    request.arguments = Array(CommandLine.arguments.dropFirst())
    try request.validate(named: elements)
    return request
  }

  /// Dib-contract section 1.5: what is inherited comes first, `base` before it, a ramdisk's first.
  private func allElements(_ environment: ProcessEnvironment) -> [String] {
    let inherited = environment["IMAGE_ELEMENT"] ?? ""
    let base = skipsBase || environment["SKIP_BASE"] == "1" ? [] : ["base"]
    return (isRamdisk ? [ramdiskElement] : []) + base
      + inherited.split(separator: " ").map(String.init) + elements
  }
}
