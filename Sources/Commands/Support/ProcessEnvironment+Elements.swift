import Sandbox
import SystemPackage

extension ProcessEnvironment {
  /// The directories of `ELEMENTS_PATH`; an empty component stays, for discovery to refuse it.
  var elementsPath: [FilePath] {
    guard let text = self["ELEMENTS_PATH"] else { return [] }
    return text.split(separator: ":", omittingEmptySubsequences: false)
      .map { $0.isEmpty ? FilePath("") : absolute(FilePath(String($0))) }
  }

  /// The elements that are meant when none is named: the working directory, or, as in the root of a
  /// repository, its folder `elements`.
  var defaultElements: [String] {
    let folder = workingDirectory.appending("elements")
    let isRepository =
      !workingDirectory.isElement && FileStatus(folder, following: true)?.kind == .directory
    return [isRepository ? "elements" : "."]
  }
}
