import ArgumentParser
import ImageBuilder

/// The command line that builds one image of a file.
struct ImageFileCommand: CustomStringConvertible {
  private let entry: ImageEntry
  private let program: BuilderName
  /// The words behind the program's name.
  let arguments: [String]

  init(_ entry: ImageEntry) {
    self.entry = entry
    program = entry.values["ramdisk"] == .flag(true) ? .ramdisk : .image
    arguments = ImageField.all.flatMap { field in
      entry.values[field.key].map(field.words) ?? []
    }
  }

  /// For a shell: variables, program, arguments.
  var description: String {
    let variables = variables.map { "\($0.name)=\(ShellText.word($0.value))" }
    return (variables + [program.rawValue] + arguments.map(ShellText.word)).joined(separator: " ")
  }

  /// The name of the image, for messages.
  var imageName: String { entry.values["imagename"]?.text ?? "" }

  /// The build, with the image's environment over the caller's.
  func build(in environment: ProcessEnvironment, isolation: String) throws -> ImageBuild {
    let own = Dictionary(
      variables.map { ($0.name, $0.value) }, uniquingKeysWith: { _, last in last })
    var environment = environment
    environment.variables.merge(own) { $1 }
    var command = try BuildCommand.parse(LegacyArguments(arguments).normalized)
    command.isolation = isolation
    return ImageBuild(
      command: command, environment: environment, keptVariables: own,
      isRamdisk: program == .ramdisk,
      arguments: arguments)
  }

  private var variables: [ImageValue.Pair] { entry.values["environment"]?.pairs ?? [] }
}
