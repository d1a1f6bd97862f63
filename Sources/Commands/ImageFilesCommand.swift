import ArgumentParser

/// `diskimage-builder`: builds the images that YAML files describe. A name of its own, because its
/// arguments are files where those of `build` are elements.
struct ImageFilesCommand: AsyncParsableCommand {
  static let name = "diskimage-builder"

  static let configuration = CommandConfiguration(
    commandName: name, abstract: "Build the images that YAML files describe.",
    discussion: """
      Each file is a list; each entry of it describes an image with these keys:
      \(ImageField.all.map { "  \($0.key): \($0.kind.description)" }.joined(separator: "\n"))
      """,
    shouldDisplay: false)

  @Flag(help: "Only print the commands.")
  var dryRun = false

  @Flag(help: "Build nothing more after a failure.")
  var stopOnFailure = false

  @Argument(help: "YAML files.")
  var files: [String]

  func run() async throws {
    try await ImageFileRun(
      files: files, isDry: dryRun, stopsOnFailure: stopOnFailure,
      environment: try ProcessEnvironment.current()
    ).run()
  }
}
