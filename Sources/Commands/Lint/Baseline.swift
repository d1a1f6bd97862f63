import Diagnostics
import Documents
import Reporting
import Sandbox
import SystemPackage

/// A list of findings that are known and not reported, so that only new ones are.
///
/// Findings are known by their rule, their file and the text of their line, so that moved lines stay
/// known and changed ones do not.
struct Baseline: Sendable {
  /// The file that has the list.
  let file: FilePath
  private(set) var counts: [BaselineEntry: Int]

  /// A list of these findings, whose paths are absolute.
  init(of findings: [Finding], in file: FilePath) {
    self.file = file
    counts = [:]
    for entry in Self.entries(findings, file) { counts[entry, default: 0] += 1 }
  }

  /// Reads the file.
  init(reading file: FilePath) throws(InputError) {
    self.file = file
    let document = try JSONDocument(parsing: try Self.bytes(of: file), path: file)
    guard let root = document.root, root["version"]?.integer == 1,
      let nodes = root["findings"]?.sequence
    else {
      throw InputError(
        "this is no list of known findings", at: SourceLocation(file, document.root?.start),
        hint: "write it anew with `--update-baseline`")
    }
    counts = [:]
    for node in nodes {
      guard let (entry, count) = BaselineEntry.read(node) else {
        throw InputError(
          "this is no known finding", at: SourceLocation(file, node.start, to: node.end),
          hint: "remove it, or write the list anew with `--update-baseline`")
      }
      counts[entry, default: 0] += count
    }
  }

  /// Findings that are not in the list, those that are, and the list of the latter alone.
  func parted(
    _ findings: [Finding]
  ) -> (new: [Finding], known: [Finding], used: [BaselineEntry: Int]) {
    var left = counts
    var (new, known) = ([Finding](), [Finding]())
    var used: [BaselineEntry: Int] = [:]
    for (finding, entry) in zip(findings, Self.entries(findings, file)) {
      if let count = left[entry], count > 0 {
        left[entry] = count - 1
        used[entry, default: 0] += 1
        known.append(finding)
      } else {
        new.append(finding)
      }
    }
    return (new, known, used)
  }

  /// This list with other counts for the entries that `isLookedAt`.
  func replacing(
    _ found: [BaselineEntry: Int], where isLookedAt: (BaselineEntry) -> Bool
  ) -> Baseline {
    var list = self
    list.counts = counts.filter { !isLookedAt($0.key) }.merging(found) { $1 }
    return list
  }

  /// Writes the list, sorted.
  func write() throws(OutputError) {
    let entries = counts.sorted { $0.key < $1.key }.map { $0.key.object(count: $0.value) }
    try ReportFile(file).write("\(["version": 1, "findings": .array(entries)] as JSONValue)\n")
  }

  private static func entries(_ findings: [Finding], _ file: FilePath) -> [BaselineEntry] {
    let directory = file.removingLastComponent()
    var fingerprints = Fingerprints(relativeTo: directory)
    return findings.map { finding in
      BaselineEntry(
        code: finding.rule.rawValue, path: finding.location.path.below(directory).string,
        fingerprint: fingerprints.sum(of: finding))
    }
  }

  private static func bytes(of file: FilePath) throws(InputError) -> [UInt8] {
    do throws(Errno) { return try file.contents(limit: 1 << 28) } catch {
      let isMissing = error == .noSuchFileOrDirectory
      throw InputError(
        isMissing ? "there is no list of known findings" : "cannot be read: \(error)",
        at: SourceLocation(file),
        hint: isMissing ? "write it with `--update-baseline`" : "check the path")
    }
  }
}
