import ArgumentParser
import Diagnostics

/// `tie-check build`, which is `disk-image-create` when called by that name.
///
/// Options take the next word whatever it begins with, as getopt has it: `--mkfs-options "-i 8192"`.
struct BuildCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "build", abstract: "Build an image, with the options of disk-image-create.")

  @Option(
    name: .short, parsing: .unconditional, help: "The architecture of the image, such as amd64.")
  var arch: String?

  @Option(
    name: .customShort("o"), parsing: .unconditional,
    help: "The image's name, `image` unless given; may contain a directory.")
  var imageName: String?

  @Option(
    name: .customShort("t"), parsing: .unconditional,
    help: "The output types, comma separated, such as qcow2,tar.")
  var types = "qcow2"

  @Flag(name: .customShort("u"), help: "Do not compress qcow2.")
  var isUncompressed = false

  @Flag(help: "Write checksums of the images.")
  var checksum = false

  @Option(parsing: .unconditional, help: "The size of the image in GiB; decimals are allowed.")
  var imageSize: String?

  @Option(parsing: .unconditional, help: "MiB beyond what the content needs.")
  var imageExtraSize: String?

  @Option(parsing: .unconditional, help: "The size of the journal in MiB.")
  var mkfsJournalSize: String?

  @Option(parsing: .unconditional, help: "Further options of mkfs for the root.")
  var mkfsOptions = ""

  @Option(
    parsing: .unconditional, help: "File system blocks up to which the root can be resized online.")
  var maxOnlineResize: String?

  @Option(parsing: .unconditional, help: "The label of the root.")
  var rootLabel: String?

  @Option(parsing: .unconditional, help: "Options for `qemu-img convert -o`: key=value,…")
  var qemuImgOptions: String?

  @Option(parsing: .unconditional, help: "For type docker: repository:tag.")
  var dockerTarget: String?

  @Option(parsing: .unconditional, help: "How the disk is made: auto, direct, loop or vm.")
  var isolation = "auto"

  @Option(parsing: .unconditional, help: "Accepted and without effect: builds need no tmpfs.")
  var minTmpfs: String?

  @Flag(help: "Accepted and without effect: builds need no tmpfs.")
  var noTmpfs = false

  @Flag(name: .customShort("x"), help: "Trace what hooks do; twice: more.")
  var trace: Int

  @Flag(name: .customShort("n"), help: "Do not add the element `base`.")
  var skipsBase = false

  @Option(
    name: .customShort("p"), parsing: .unconditionalSingleValue,
    help: "Packages to install, comma separated; repeatable.")
  var packages: [String] = []

  @Option(
    parsing: .unconditional,
    help: "The install type of elements that have several: source or package.")
  var installType = "source"

  @Option(parsing: .unconditional, help: "The directory for downloads.")
  var imageCache: String?

  @Option(parsing: .unconditional, help: "The element that makes a ramdisk of the image.")
  var ramdiskElement = "ramdisk"

  @Flag(help: "Use only what is cached.")
  var offline = false

  @Flag(name: .customShort("c"), help: "Build with an environment of HOME and PATH only.")
  var clearsEnvironment = false

  @Option(
    parsing: .unconditional, help: "Write the log to this file, too, and nothing on the screen.")
  var logfile: String?

  @OptionGroup var files: ImageFileOptions

  @Argument(help: "Elements: names or directories.")
  var elements: [String] = []

  func run() async throws {
    let environment = try ProcessEnvironment.current()
    let name = BuilderName(program: CommandLine.arguments.first ?? "")
    // Behind the program's name, or that of this command.
    let words = Array(CommandLine.arguments.dropFirst(name == nil ? 2 : 1))
    if try files.areGiven(besides: elements, in: words) {
      return try await files.build(in: environment, isolation: isolation)
    }
    try await ImageBuild(
      command: self, environment: environment, isRamdisk: name == .ramdisk, arguments: words
    ).run()
  }
}
