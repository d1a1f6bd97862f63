import SystemPackage

/// No private key and no password is the same in every copy of the image.
struct NoSecrets: ImpliedAssertion {
  static let name = "no private key or password is in the image"

  /// Where keys are used from; packages ship examples elsewhere.
  private static let directories: [FilePath] = [
    "/etc", "/home", "/opt", "/root", "/srv", "/var/lib",
  ]
  private static let unsearched: [FilePath] = ["/var/lib/apt", "/var/lib/dpkg"]
  private static let sizeLimit = 1 << 16
  private static let keyMarks = (
    begin: Array("-----BEGIN ".utf8), end: Array("PRIVATE KEY-----".utf8)
  )

  func outcome(_ build: BuildFacts, _ probe: any RootfsProbe) async throws -> ImpliedOutcome {
    .violations(try await keys(probe) + passwords(probe))
  }

  private func keys(_ probe: any RootfsProbe) async throws(ProbeError) -> [Violation] {
    var violations: [Violation] = []
    for entry in try await probe.tree() where isSearched(entry) {
      guard let content = try await probe.contents(of: entry.path), holdsKey(content) else {
        continue
      }
      violations.append(
        Violation(message: "`\(entry.path)` holds a private key", path: entry.path))
    }
    return violations
  }

  private func isSearched(_ entry: TreeEntry) -> Bool {
    entry.kind == .file && entry.size <= Self.sizeLimit
      && Self.directories.contains(where: entry.lies)
      && !Self.unsearched.contains(where: entry.lies)
  }

  /// Whether there is such a mark on a line of its own; programs that read keys have it in a string.
  private func holdsKey(_ content: [UInt8]) -> Bool {
    content.ranges(ofBytes: Self.keyMarks.begin).contains { begin in
      guard [nil, UInt8(ascii: "\n")].contains(content[..<begin.lowerBound].last) else {
        return false
      }
      let line = content[begin.upperBound...].prefix { !Self.lineEnds.contains($0) }
      return line.suffix(Self.keyMarks.end.count).elementsEqual(Self.keyMarks.end)
    }
  }

  private static let lineEnds = Array("\r\n".utf8)

  /// `*` and `!` lock an account; anything else opens it to who knows the password, or to everyone.
  private func passwords(_ probe: any RootfsProbe) async throws(ProbeError) -> [Violation] {
    let path: FilePath = "/etc/shadow"
    let text = String(decoding: try await probe.contents(of: path) ?? [], as: UTF8.self)
    return text.lines(omittingLastEmpty: true).compactMap { line in
      let fields = line.split(separator: ":", omittingEmptySubsequences: false)
      guard fields.count > 1, !fields[1].hasPrefix("*"), !fields[1].hasPrefix("!") else {
        return nil
      }
      let what = fields[1].isEmpty ? "needs no password" : "has a password"
      return Violation(message: "user `\(fields[0])` \(what)", path: path)
    }
  }
}
