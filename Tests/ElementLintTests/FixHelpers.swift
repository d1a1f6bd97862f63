import Diagnostics
import SystemPackage
import TestSupport

extension String {
  /// The text after a rule's fixes were made.
  func fixed(
    by rule: String, at path: String, beside others: [String: FixtureFile] = [:]
  ) async throws -> String {
    let given = others.merging([path: .text(self)]) { _, own in own }
    let files = try await ElementLintTests.fixed(given, by: rule)
    guard case .file(let bytes, _)? = files[path] else { return self }
    return String(decoding: bytes, as: UTF8.self)
  }
}

/// The files after all fixes of a rule; overlapping ones wait for another round.
func fixed(_ files: [String: FixtureFile], by rule: String) async throws -> [String: FixtureFile] {
  var files = files
  for _ in 0..<10 {
    let fixes = try await reports([rule], files).compactMap { finding in
      finding.fix.map { (path: finding.location.path.string, fix: $0) }
    }
    for (path, fixes) in Dictionary(grouping: fixes, by: \.path) {
      apply(fixes.map(\.fix), to: &files, at: path)
    }
    if fixes.isEmpty { break }
  }
  return files
}

private func apply(_ fixes: [Finding.Fix], to files: inout [String: FixtureFile], at path: String) {
  if case .file(let bytes, let mode)? = files[path] {
    let isExecutable = fixes.compactMap(\.isExecutable).last ?? (mode & 0o111 != 0)
    let text = applied(independent(fixes.map(\.edits)), to: String(decoding: bytes, as: UTF8.self))
    files[path] = .file(Array(text.utf8), mode: isExecutable ? 0o755 : 0o644)
  }
  guard let name = fixes.compactMap(\.newName).last else { return }
  let place = FilePath(path).removingLastComponent().appending(name).string
  for old in files.keys where old == path || old.hasPrefix(path + "/") {
    files[place + old.dropFirst(path.count)] = files.removeValue(forKey: old)
  }
}

/// The edits of each fix that overlaps none before it.
private func independent(_ fixes: [[Finding.Edit]]) -> [Finding.Edit] {
  fixes.reduce(into: []) { taken, edits in
    let isFree = edits.allSatisfy { edit in
      taken.allSatisfy { edit.end <= $0.start || $0.end <= edit.start }
    }
    if isFree { taken += edits }
  }
}
