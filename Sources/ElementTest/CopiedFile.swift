import Diagnostics
import ElementModel
import SystemPackage

/// A file of an element that should be in the rootfs as it is in the element.
struct CopiedFile {
  /// Where it should be.
  let path: FilePath
  let entry: HookTreeEntry
  let mode: UInt16

  /// How the rootfs differs; nil when it does not.
  func violation(_ probe: any RootfsProbe) async throws -> Violation? {
    guard let facts = try await probe.file(at: path) else {
      return violation("`\(path)` is missing", expected: "a file", found: "nothing")
    }
    if case .symlink(let target) = entry.file.kind, facts.kind == .symlink {
      guard facts.linkTarget != target else { return nil }
      return violation(
        "`\(path)` is a link to something else", expected: target.string,
        found: facts.linkTarget?.string ?? "")
    }
    if let violation = try await contentViolation(probe) { return violation }
    guard facts.kind == .file, facts.mode != mode else { return nil }
    return violation(
      "`\(path)` has mode \(facts.modeText), expected \(FileFacts.text(ofMode: mode))",
      expected: FileFacts.text(ofMode: mode), found: facts.modeText)
  }

  private func contentViolation(_ probe: any RootfsProbe) async throws -> Violation? {
    guard entry.file.isRegular else { return nil }
    let expected = try entry.file.contents()
    let found = try await probe.contents(of: path)
    if found == expected { return nil }
    var violation = violation(
      "`\(path)` differs from the element's file", expected: "the content of \(entry.file.path)",
      found: found == nil ? "nothing" : "another content")
    violation.difference = Self.difference(expected, found ?? [])
    return violation
  }

  private func violation(_ message: String, expected: String, found: String) -> Violation {
    Violation(
      message: message, path: path, location: SourceLocation(entry.file.path), expected: expected,
      found: found)
  }

  /// The difference of two texts; nil for anything else.
  private static func difference(_ expected: [UInt8], _ found: [UInt8]) -> String? {
    guard let expected = String(validating: expected, as: UTF8.self),
      let found = String(validating: found, as: UTF8.self)
    else { return nil }
    return UnifiedDifference(expected: expected, found: found)?.description
  }
}

extension [CopiedFile] {
  func violations(_ probe: any RootfsProbe) async throws -> [Violation] {
    var violations: [Violation] = []
    for file in self {
      if let violation = try await file.violation(probe) { violations.append(violation) }
    }
    return violations
  }
}
