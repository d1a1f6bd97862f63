import Diagnostics
import ImageBuilder
import Sandbox
import SystemPackage

/// What `disk-image-create` was asked for.
struct ImageRequest: Sendable {
  var elements: [String]
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

  /// A request for the elements and output types.
  ///
  /// - Throws: `InputError` for a type that there is not.
  init(
    elements: [String], types: [String], name: String, in directory: FilePath
  ) throws(InputError) {
    self.elements = elements
    formats = try Self.formats(types)
    givenName = name
    // `-t tar -o a.tar` gives `a.tar` (dib-contract section 1.6).
    if types.count == 1, name.hasSuffix(".\(types[0])") {
      givenName = String(name.dropLast(types[0].count + 1))
    }
    imageName = directory.pushing(FilePath(givenName)).lexicallyNormalized()
  }

  private static func formats(
    _ types: [String]
  ) throws(InputError) -> [any OutputFormat.Type] {
    guard !types.isEmpty else {
      throw InputError("no output type was given", hint: "use `-t qcow2`")
    }
    var formats: [any OutputFormat.Type] = []
    var seen: Set<String> = []
    for type in types where seen.insert(type).inserted {
      guard let format = outputFormat(named: type) else { throw unknown(type) }
      formats.append(format)
    }
    return formats
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

  /// All that can be found wrong before anything is built.
  func validate(named elements: [String]) throws(InputError) {
    guard !elements.isEmpty else {
      throw InputError("no element was named", hint: "name at least one, such as `debian-minimal`")
    }
    let directory = imageName.removingLastComponent()
    guard FileStatus(directory, following: true)?.kind == .directory else {
      throw InputError("there is no directory `\(directory)`", hint: "make it, or change `-o`")
    }
    for (file, format) in zip(files, formats) where format.key != DirectoryOutput.key {
      guard FileStatus(file, following: true)?.kind != .directory else {
        throw InputError("`\(file)` is a directory", hint: "remove it, or change `-o`")
      }
    }
    try probe(FilePath("\(imageName).probe"))
  }

  private func probe(_ file: FilePath) throws(InputError) {
    do {
      try file.write([])
      try FileTree.remove(file)
    } catch {
      throw InputError(
        "cannot write to `\(file.removingLastComponent())`: \(error)", hint: "change `-o`")
    }
  }
}
