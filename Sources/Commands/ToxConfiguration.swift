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

  /// Reads the text of an INI file, in which indented lines continue a value.
  init(parsing text: String) {
    var section = ""
    var key = ""
    var names = Set<String>()
    for line in text.split(whereSeparator: \.isNewline) where !line.isComment {
      if line.hasPrefix("[") {
        (section, key) = (String(line.dropFirst().prefix { $0 != "]" }), "")
        continue
      }
      var value = line
      if line.first?.isWhitespace == false {
        let parts = line.split(maxSplits: 1, omittingEmptySubsequences: false) { "=:".contains($0) }
        key = parts[0].filter { !$0.isWhitespace }
        value = parts.count > 1 ? parts[1] : ""
      }
      guard section == "dib-lint", key == "ignore" else { continue }
      names.formUnion(value.split { $0.isWhitespace || $0 == "," }.map(String.init))
    }
    ignoredNames = names
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

extension Substring {
  /// Indented ones count, too, as in Python's configparser.
  fileprivate var isComment: Bool {
    guard let mark = first(where: { !$0.isWhitespace }) else { return false }
    return mark == "#" || mark == ";"
  }
}
