import Diagnostics
import PythonSyntax
import SystemPackage

/// The tree of a text.
func parse(
  _ text: String, version: PythonVersion = .standard
) throws(PythonSyntaxError) -> PythonTree {
  let source = PythonSource(Array(text.utf8), path: "a.py")
  let tokens = PythonTokens(of: source, version: version)
  return try PythonTree(parsing: source, tokens: tokens, version: version)
}

/// The error of a text as `line:column Class: message`, or nil.
func syntaxError(_ text: String, version: PythonVersion = .standard) -> String? {
  do throws(PythonSyntaxError) {
    _ = try parse(text, version: version)
    return nil
  } catch {
    let place = PythonSource(Array(text.utf8), path: "a.py").position(of: error.offset)
    return "\(place.line):\(place.column) \(error.kind.rawValue): \(error.message)"
  }
}

/// What is found in a text, as `line:column code message`, in the order in which it is found.
func problems(
  _ text: String, isPackage: Bool = false, builtins: [String] = [], readsDoctests: Bool = false,
  version: PythonVersion = .standard
) throws -> [String] {
  let source = PythonSource(Array(text.utf8), path: "a.py")
  let tree = try parse(text, version: version)
  let scopes = PythonScopes(
    tree, isPackage: isPackage, builtins: builtins, readsDoctests: readsDoctests,
    version: version)
  return scopes.problems.map { problem in
    let place = source.position(of: problem.offset)
    let message = problem.message { source.line(of: $0) }
    return "\(place.line):\(place.column) \(problem.kind.rawValue) \(message)"
  }
}
