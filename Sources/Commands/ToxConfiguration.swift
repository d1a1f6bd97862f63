import Documents
import Sandbox
import SystemPackage

/// What a `tox.ini` says to dib-lint.
struct ToxConfiguration {
  /// The words behind `ignore` in the section `dib-lint`.
  let ignoredNames: Set<String>

  /// Reads `tox.ini` in a directory or, in a repository, the nearest one above; without one, nothing
  /// is ignored.
  init(seenFrom directory: FilePath) {
    let bytes = directory.upToRepository.lazy
      .compactMap { try? $0.appending("tox.ini").contents(limit: 1 << 20) }.first
    self.init(parsing: String(decoding: bytes ?? [], as: UTF8.self))
  }

  /// Reads the text of an INI file.
  init(parsing text: String) {
    let names = INIFile(parsing: text).options(in: "dib-lint")["ignore"] ?? ""
    ignoredNames = Set(names.split { $0.isWhitespace || $0 == "," }.map(String.init))
  }
}

extension FilePath {
  /// The directory and those around it up to the root of its repository; outside of one, only itself.
  fileprivate var upToRepository: [FilePath] {
    let places = upToRepositoryOrRoot
    return places.last?.isRepository ?? false ? places : [self]
  }

  /// The directory and those around it up to the root of its repository, or else of the file system.
  var upToRepositoryOrRoot: [FilePath] {
    var places = [self]
    while let place = places.last, !place.isRepository {
      let parent = place.removingLastComponent()
      if parent == place { break }
      places.append(parent)
    }
    return places
  }

  private var isRepository: Bool { FileStatus(appending(".git"), following: true) != nil }
}
