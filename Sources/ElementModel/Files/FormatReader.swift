import Diagnostics
import Documents
import SystemPackage

/// Collects the problems of one file while it is read.
struct FormatReader {
  let path: FilePath
  /// The kind of what makes the whole file unusable.
  let unreadable: FormatProblem.Kind
  private(set) var problems: [FormatProblem] = []

  init(_ path: FilePath, unreadable: FormatProblem.Kind) {
    self.path = path
    self.unreadable = unreadable
  }

  mutating func report(_ problem: FormatProblem) { problems.append(problem) }

  mutating func report(
    _ kind: FormatProblem.Kind, _ message: String, at node: DocumentNode, hint: String,
    notes: [Finding.Note] = [], fix: Finding.Fix? = nil
  ) {
    report(
      FormatProblem(kind, message, at: location(of: node), hint: hint, notes: notes, fix: fix))
  }

  func location(of node: DocumentNode) -> SourceLocation {
    SourceLocation(path, node.start, to: node.end)
  }

  mutating func yaml(_ bytes: [UInt8]) -> DocumentNode? {
    do {
      let document = try YAMLDocument(parsing: bytes, path: path)
      adopt(document.problems, duplicates: .duplicateYAMLKey)
      return document.root
    } catch {
      reportUnreadable(error)
      return nil
    }
  }

  mutating func json(_ bytes: [UInt8]) -> DocumentNode? {
    do {
      let document = try JSONDocument(parsing: bytes, path: path)
      adopt(document.problems, duplicates: .duplicateJSONKey)
      return document.root
    } catch {
      reportUnreadable(error)
      return nil
    }
  }

  /// Reads a file that may be either; `name` decides which one a broken file is meant to be.
  mutating func jsonOrYAML(_ bytes: [UInt8]) -> DocumentNode? {
    var attempt = self
    let root = attempt.json(bytes)
    let isJSON = attempt.problems.count == problems.count || root != nil
    if !isJSON, path.extension != "json" { return yaml(bytes) }
    if !isJSON, let root = yamlAlone(bytes) { return root }
    self = attempt
    return root
  }

  /// The pairs of a mapping; anything else is reported with what was expected.
  mutating func pairs(
    of node: DocumentNode, _ what: String, kind: FormatProblem.Kind, hint: String
  ) -> [DocumentNode.Pair] {
    if let pairs = node.mapping { return pairs }
    report(kind, "\(what) is a \(node.kindName), not a mapping", at: node, hint: hint)
    return []
  }

  /// Reads a file named `.json` that is no JSON, if it is YAML.
  private mutating func yamlAlone(_ bytes: [UInt8]) -> DocumentNode? {
    var attempt = self
    guard let root = attempt.yaml(bytes) else { return nil }
    self = attempt
    return root
  }

  private mutating func adopt(_ found: [DocumentProblem], duplicates: FormatProblem.Kind) {
    for problem in found {
      guard case .duplicateKey(let first) = problem.kind else {
        report(
          FormatProblem(unreadable, problem.message, at: problem.location, hint: problem.hint))
        continue
      }
      report(
        FormatProblem(
          duplicates, problem.message, at: problem.location, hint: problem.hint,
          notes: [Finding.Note("the first one", at: first)]))
    }
  }

  private mutating func reportUnreadable(_ error: InputError) {
    report(
      FormatProblem(
        unreadable, error.message, at: error.location ?? SourceLocation(path),
        hint: error.hint ?? "correct the syntax"))
  }
}
