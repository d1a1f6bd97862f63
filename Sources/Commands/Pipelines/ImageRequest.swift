import Diagnostics
import ImageBuilder
import Sandbox
import SystemPackage

/// What `disk-image-create` was asked for.
struct ImageRequest: Sendable {
  var elements: [String]
  /// Whether a ramdisk is wanted, which needs no disk.
  var isRamdisk = false
  /// In the order of `-t`, each once.
  var formats: [any OutputFormat.Type]
  /// As the user gave it, without a suffix.
  var givenName: String
  /// The same as an absolute path.
  var imageName: FilePath
  var architecture: String?
  var packages: [String] = []
  var installType = "source"
  var imageCache: FilePath?
  var isOffline = false
  /// False: `-u`.
  var isCompressed = true
  var dockerTarget: String?
  /// Nil: the cheapest that can do it.
  var isolation: Isolation?
  /// `--mkfs-options`.
  var rootOptions = ""
  /// What options set of the environment, such as `DIB_IMAGE_SIZE`.
  var variables: [String: String] = [:]
  var arguments: [String] = []
  /// What is wrong with the output types.
  private let typeProblems: [InputError]

  /// A request for the elements and output types.
  init(elements: [String], types: [String], name: String, in directory: FilePath) {
    self.elements = elements
    (formats, typeProblems) = Self.formats(types)
    givenName = name
    // `-t tar -o a.tar` gives `a.tar` (dib-contract section 1.6).
    if types.count == 1, name.hasSuffix(".\(types[0])") {
      givenName = String(name.dropLast(types[0].count + 1))
    }
    imageName = directory.pushing(FilePath(givenName)).lexicallyNormalized()
  }

  private static func formats(
    _ types: [String]
  ) -> ([any OutputFormat.Type], [InputError]) {
    guard !types.isEmpty else {
      return ([], [InputError("no output type was given", hint: "use `-t qcow2`")])
    }
    var formats: [any OutputFormat.Type] = []
    var problems: [InputError] = []
    var seen: Set<String> = []
    for type in types where seen.insert(type).inserted {
      if let format = outputFormat(named: type) {
        formats.append(format)
      } else {
        problems.append(unknown(type))
      }
    }
    return (formats, problems)
  }

  private static func unknown(_ type: String) -> InputError {
    let known = outputFormats.map { $0.key }
    let closest = closestName(to: type, among: known)
    return InputError(
      "there is no output type `\(type)`",
      hint: closest.map { "did you mean `\($0)`?" } ?? "use one of \(known.joined(separator: ", "))"
    )
  }

  /// The files that will be written.
  var files: [FilePath] { formats.map { FilePath("\(imageName).\($0.fileExtension)") } }

  /// The directory of what is known of the image.
  var manifests: FilePath { FilePath("\(imageName).d") }

  /// What is wrong with the request itself and with where its files go; `elements` are those that
  /// the command line names.
  func problems(named elements: [String]) -> [InputError] {
    var problems = typeProblems
    if elements.isEmpty {
      problems.insert(
        InputError("no element was named", hint: "name at least one, such as `debian-minimal`"),
        at: 0)
    }
    if formats.contains(where: { $0.key == DockerOutput.key }), dockerTarget == nil {
      problems.append(
        InputError(
          "type docker needs a name for the image", hint: "add `--docker-target REPOSITORY:TAG`"))
    }
    return problems + fileProblems
  }

  private var fileProblems: [InputError] {
    let directory = imageName.removingLastComponent()
    guard FileStatus(directory, following: true)?.kind == .directory else {
      return [InputError("there is no directory `\(directory)`", hint: "make it, or change `-o`")]
    }
    let occupied = zip(files, formats).filter { file, format in
      format.key != DirectoryOutput.key && FileStatus(file, following: true)?.kind == .directory
    }.map { InputError("`\($0.0)` is a directory", hint: "remove it, or change `-o`") }
    let isTaken = FileStatus(manifests, following: true).map { $0.kind != .directory } ?? false
    let taken =
      isTaken
      ? [InputError("`\(manifests)` is no directory", hint: "remove it, or change `-o`")] : []
    return occupied + taken + [probed(directory)].compactMap(\.self)
  }

  /// The problem with writing to `directory`; nil when that goes well. Nothing of the user's has the
  /// name of what is written to try it.
  private func probed(_ directory: FilePath) -> InputError? {
    do {
      try TemporaryDirectory.with(in: directory, prefix: ".tie-check-") { _ in }
      return nil
    } catch {
      return InputError("cannot write to `\(directory)`: \(error)", hint: "change `-o`")
    }
  }
}
