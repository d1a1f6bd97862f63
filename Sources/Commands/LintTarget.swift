import Diagnostics
import Sandbox
import SystemPackage

/// What the arguments of `lint` mean: where elements are looked up, and whose findings are wanted.
struct LintTarget {
  /// The folders of the named elements, then `ELEMENTS_PATH`, then the bundled elements.
  let searchPath: [FilePath]
  /// The absolute paths of the named elements, folders and files.
  let paths: [FilePath]

  /// Reads arguments, each the path of an element, of a folder of elements or of something in an
  /// element, or the name of an element on the search path.
  init(_ arguments: [String], in environment: ProcessEnvironment) throws(InputError) {
    let shared = environment.elementsPath + environment.bundledElements
    var folders = [FilePath]()
    var paths = [FilePath]()
    for argument in arguments.isEmpty ? environment.defaultElements : arguments {
      let path = try environment.path(argument, "the name of an element")
      if FileStatus(path, following: true) != nil {
        folders.append(try path.folderOfElements())
        paths.append(path)
      } else {
        paths.append(try Self.element(argument, on: shared))
      }
    }
    self.paths = paths
    searchPath = (folders + shared).withoutRepeats()
  }

  /// The directory of the element that is called `name`.
  private static func element(
    _ name: String, on searchPath: [FilePath]
  ) throws(InputError) -> FilePath {
    let places = name.contains("/") ? [] : searchPath.map { $0.appending(name) }
    guard let place = places.first(where: { FileStatus($0, following: true) != nil }) else {
      throw InputError("there is no file or element `\(name)`", hint: "check the path")
    }
    return place
  }
}

extension ProcessEnvironment {
  /// The bundled elements, where they are installed.
  fileprivate var bundledElements: [FilePath] {
    (try? Installation(self)).map { [$0.elements] } ?? []
  }
}

extension FilePath {
  /// The directory that holds the element which this path is, or lies in; the path itself when it is
  /// a folder of elements.
  fileprivate func folderOfElements() throws(InputError) -> FilePath {
    var place = self
    while !place.isElement {
      let parent = place.removingLastComponent()
      guard parent != place else { return try asFolderOfElements() }
      place = parent
    }
    let folder = place.removingLastComponent()
    return folder.lastComponent == "test-elements" ? try folder.folderOfElements() : folder
  }

  private func asFolderOfElements() throws(InputError) -> FilePath {
    guard FileStatus(self, following: true)?.kind == .directory else {
      throw InputError("`\(self)` lies in no element", hint: "name a file of an element")
    }
    return self
  }
}

extension [FilePath] {
  fileprivate func withoutRepeats() -> [FilePath] {
    var seen = Set<FilePath>()
    return filter { seen.insert($0).inserted }
  }
}
