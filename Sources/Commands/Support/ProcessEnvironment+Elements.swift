import Sandbox
import SystemPackage

extension ProcessEnvironment {
  /// The directories of `ELEMENTS_PATH`; an empty component stays, for discovery to refuse it.
  var elementsPath: [FilePath] {
    guard let text = self["ELEMENTS_PATH"] else { return [] }
    return text.split(separator: ":", omittingEmptySubsequences: false)
      .map { $0.isEmpty ? FilePath("") : absolute(FilePath(String($0))) }
  }

  /// This environment with directories behind those of `ELEMENTS_PATH`.
  func adding(_ elementsPath: [FilePath]) -> ProcessEnvironment {
    guard !elementsPath.isEmpty else { return self }
    var environment = self
    let given = self["ELEMENTS_PATH"].map { [$0] } ?? []
    environment.variables["ELEMENTS_PATH"] =
      (given + elementsPath.map(\.string)).joined(separator: ":")
    return environment
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
