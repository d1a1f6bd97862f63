import Diagnostics
import Sandbox
import SystemPackage

/// Where the program's own elements and shell library lie.
package struct Installation: Sendable {
  package var elements: FilePath
  package var library: FilePath

  /// Looks in `TIE_CHECK_DATA`, then beside the program as installed
  /// (`bin/tie-check`, `share/tie-check`), then in the directories above it, as in a checkout.
  ///
  /// - Throws: `InputError` that says where it looked.
  package init(_ environment: ProcessEnvironment) throws(InputError) {
    let places = Self.places(environment)
    guard let found = places.first(where: Self.isData) else {
      throw InputError(
        "the bundled elements are in none of \(places.map(\.string).joined(separator: ", "))",
        hint: "set TIE_CHECK_DATA to the directory that holds `elements` and `lib`")
    }
    elements = found.appending("elements")
    library = found.appending("lib")
  }

  private static func places(_ environment: ProcessEnvironment) -> [FilePath] {
    if let given = environment["TIE_CHECK_DATA"] { return [environment.absolute(FilePath(given))] }
    let directory = environment.executable.removingLastComponent()
    let installed = directory.removingLastComponent().appending("share/tie-check")
    return [installed] + directory.ancestors
  }

  private static func isData(_ path: FilePath) -> Bool {
    ["elements", "lib/dib-run-parts"].allSatisfy { FileStatus(path.appending($0)) != nil }
  }
}

extension FilePath {
  /// The path and all directories above it, the nearest first.
  fileprivate var ancestors: [FilePath] {
    var all = [self]
    while let last = all.last, last.removingLastComponent() != last, !last.isEmpty {
      all.append(last.removingLastComponent())
    }
    return all
  }
}
