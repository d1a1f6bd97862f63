import Diagnostics
import Documents
import ElementModel
import Sandbox
import SystemPackage

/// Gives findings identities that stay when the lines around them move: sums of the rule, the path
/// and the text of the line, numbered where several are the same.
struct Fingerprints {
  private let root: FilePath
  private var texts: [FilePath: SourceText] = [:]
  private var counts: [String: Int] = [:]
  /// A long line may have thousands of findings, which come one after the other.
  private var lastRow: (path: FilePath, line: Int, sum: ContentDigest)?

  /// Identities for which paths count as seen from `root`.
  init(relativeTo root: FilePath) { self.root = root }

  /// The findings, whose paths are absolute, with their identities; in the order of reports.
  mutating func marked(_ findings: [Finding]) -> [Finding] {
    findings.sorted().map { finding in
      var finding = finding
      let sum = sum(of: finding)
      counts[sum, default: 0] += 1
      finding.fingerprint = "\(sum):\(counts[sum] ?? 1)"
      return finding
    }
  }

  /// The identity without a number.
  mutating func sum(of finding: Finding) -> String {
    var sum = ContentDigest.Builder()
    sum.combine(finding.rule.rawValue)
    sum.combine(finding.location.path.below(root).string)
    sum.combine(row(of: finding.location))
    return String(sum.digest.hexadecimal.prefix(16))
  }

  /// What stands on the line of a location, summed up; nothing for a file as a whole.
  private mutating func row(of location: SourceLocation) -> ContentDigest {
    guard let line = location.start?.line else { return ContentDigest(of: []) }
    if let lastRow, lastRow.path == location.path, lastRow.line == line { return lastRow.sum }
    let text = text(of: location.path)
    let isLine = line >= 1 && line <= text.lineCount
    let words = isLine ? text.text(ofLine: line).split(whereSeparator: \.isWhitespace) : []
    // However it is indented, it is the same line.
    let sum = ContentDigest(of: Array(words.joined(separator: " ").utf8))
    lastRow = (location.path, line, sum)
    return sum
  }

  private mutating func text(of path: FilePath) -> SourceText {
    if let text = texts[path] { return text }
    let bytes = (try? path.contents(limit: 1 << 28)) ?? []
    let text = SourceText(bytes, path: path)
    texts[path] = text
    return text
  }
}

extension FilePath {
  /// The path as seen from a directory above it; of others, the path itself.
  func below(_ directory: FilePath) -> FilePath {
    var path = self
    return path != directory && path.removePrefix(directory) ? path : self
  }
}
