import Diagnostics
import ElementLint
import Sandbox
import SystemPackage

extension Flake8Configuration {
  /// The configuration for the working directory: of the first file with a section for flake8, there
  /// or in the nearest directory above, short of the home directory.
  init(seenFrom environment: ProcessEnvironment) throws(InputError) {
    let home = environment["HOME"].map { FilePath($0).lexicallyNormalized() }
    var directory = environment.workingDirectory
    while true {
      for name in ["setup.cfg", "tox.ini", ".flake8"] {
        let path = directory.appending(name)
        guard FileStatus(path, following: true)?.kind == .regular,
          let found = try Self(reading: path, in: environment)
        else { continue }
        self = found
        return
      }
      let parent = directory.removingLastComponent()
      guard parent != directory, parent != home else { break }
      directory = parent
    }
    self.init()
  }

  /// The configuration in a file; nil when it has no section for flake8.
  init?(reading path: FilePath, in environment: ProcessEnvironment) throws(InputError) {
    let bytes: [UInt8]
    do {
      bytes = try path.contents(limit: 1 << 20)
    } catch {
      throw InputError(
        "cannot be read: \(error)", at: SourceLocation(path), hint: "check the path and its mode")
    }
    try self.init(
      parsing: String(decoding: bytes, as: UTF8.self), at: path,
      workingDirectory: environment.workingDirectory)
  }
}
