import Diagnostics
import Documents
import SystemPackage

/// A file as the editor holds it.
struct OpenDocument {
  /// As the editor wrote it, so that it knows its document again.
  let uri: String
  let path: FilePath
  var version: Int?
  var text: SourceText
  /// What the last look at this text found.
  var findings: [Finding] = []
  /// Whether the text changed after that look.
  var isStale = true

  /// The document of a `TextDocumentItem` or an identifier with a full text.
  init?(uri: String?, version: Int?, text: String?) {
    guard let uri, let text, let path = FileURI.path(uri) else { return nil }
    self.uri = uri
    self.path = path
    self.version = version
    self.text = SourceText(Array(text.utf8), path: path)
  }

  /// The findings that touch the place between two positions.
  func findings(from start: SourcePosition, to end: SourcePosition) -> [Finding] {
    findings.filter { finding in
      let first = finding.location.start ?? SourcePosition(line: 1)
      let last = finding.location.end ?? first
      return first <= end && max(first, last) >= start
    }
  }
}
