import Diagnostics
import ElementLint
import SystemPackage
import TestSupport
import Testing

/// An example whose marks were taken out: files to write, and places where something must be found.
struct MarkedExample {
  private(set) var files: [String: FixtureFile] = [:]
  private(set) var marks: Set<Mark> = []

  /// A place below the search path; without positions it means the file or directory as a whole.
  struct Mark: Hashable {
    let path: String
    var start: SourcePosition?
    var end: SourcePosition?
  }

  init(_ example: RuleExample) {
    for (path, content) in example.files { add(content, at: path) }
  }

  private mutating func add(_ content: ExampleFile, at markedPath: String) {
    let path = markedPath.filter { $0 != "«" && $0 != "»" }
    if let end = markedPath.firstIndex(of: "»") {
      marks.insert(Mark(path: markedPath[..<end].filter { $0 != "«" }))
    }
    switch content {
    case .text(let text): files[path] = .text(extractMarks(of: text, at: path))
    case .executable(let text): files[path] = .executable(extractMarks(of: text, at: path))
    case .latin1(let text):
      let scalars = extractMarks(of: text, at: path).unicodeScalars
      files[path] = .bytes(scalars.map { UInt8(truncatingIfNeeded: $0.value) })
    case .gitIndex(let executable, let other):
      files[path] = .bytes(
        gitIndex(executable.map { ($0, 0o100755) } + other.map { ($0, 0o100644) }))
    case .link(let target): files[path] = .symlink(target)
    }
  }

  /// The text without its marks, which are remembered.
  private mutating func extractMarks(of text: String, at path: String) -> String {
    var plain = String.UnicodeScalarView()
    var position = SourcePosition(line: 1)
    var start: SourcePosition?
    for scalar in text.unicodeScalars {
      switch scalar {
      case "«": start = position
      case "»": marks.insert(Mark(path: path, start: start, end: position))
      case "\n":
        plain.append(scalar)
        position = SourcePosition(line: position.line + 1)
      default:
        plain.append(scalar)
        position.column += 1
      }
    }
    return String(plain)
  }
}

extension MarkedExample.Mark {
  /// The place of a finding in elements below `root`.
  init(_ location: Diagnostics.SourceLocation, below root: FilePath) {
    var relative = location.path
    _ = relative.removePrefix(root)
    self.init(
      path: relative.string, start: location.start, end: location.end ?? location.start)
  }
}

extension MarkedExample.Mark: CustomTestStringConvertible {
  var testDescription: String {
    guard let start, let end else { return path }
    return "\(path):\(start.line):\(start.column)-\(end.line):\(end.column)"
  }
}
