import Diagnostics
import ImageBuilder
import Sandbox
import SystemPackage

/// What `disk-image-create` was asked for.
struct ImageRequest: Sendable {
  var elements: [String]
  var types: [String]
  /// Absolute, without a suffix.
  var imageName: FilePath
  var architecture: String?
  var trace = 0
  var packages: [String] = []
  var installType = "source"
  var imageCache: FilePath?
  var isOffline = false
  var arguments: [String] = []

  /// A request for the elements and output types.
  init(elements: [String], types: [String], imageName: FilePath) {
    self.elements = elements
    self.types = types
    self.imageName = imageName
    // `-t tar -o a.tar` gives `a.tar` (dib-contract section 1.6).
    if types.count == 1, imageName.extension == types.first {
      self.imageName.extension = nil
    }
  }

  /// Where the image goes.
  var file: FilePath { FilePath(imageName.string + ".\(TarOutput.key)") }

  /// All that can be found wrong before anything is built.
  func validate(named elements: [String]) throws(InputError) {
    guard !elements.isEmpty else {
      throw InputError("no element was named", hint: "name at least one, such as `debian-minimal`")
    }
    guard !types.isEmpty else {
      throw InputError("no output type was given", hint: "use `-t \(TarOutput.key)`")
    }
    for type in types where type != TarOutput.key {
      throw InputError("there is no output type `\(type)`", hint: "use `-t \(TarOutput.key)`")
    }
    try validateFile()
  }

  private func validateFile() throws(InputError) {
    let directory = file.removingLastComponent()
    guard FileStatus(directory, following: true)?.kind == .directory else {
      throw InputError("there is no directory `\(directory)`", hint: "make it, or change `-o`")
    }
    guard FileStatus(file, following: true)?.kind != .directory else {
      throw InputError("`\(file)` is a directory", hint: "remove it, or change `-o`")
    }
    let probe = FilePath(file.string + ".probe")
    do {
      try probe.write([])
      try FileTree.remove(probe)
    } catch {
      throw InputError("cannot write to `\(directory)`: \(error)", hint: "change `-o`")
    }
  }
}
