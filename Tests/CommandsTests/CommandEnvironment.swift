import SystemPackage
import TestSupport

@testable import Commands

/// Calls `body` with the environment of a program that was started in a tree of the given files,
/// and that has its own elements in `data`.
func withEnvironment<Result>(
  _ files: [String: FixtureFile], _ variables: [String: String] = [:],
  _ body: (ProcessEnvironment) throws -> Result
) throws -> Result {
  var all: [String: FixtureFile] = [
    "data/elements/debian-minimal/element-provides": "operating-system\n",
    "data/lib/dib-run-parts": "",
  ]
  all.merge(files) { $1 }
  return try withTree(all) { root in
    var variables = variables
    variables["TIE_CHECK_DATA"] = "data"
    return try body(
      ProcessEnvironment(
        variables: variables, workingDirectory: root, executable: root.appending("tie-check")))
  }
}
