import SystemPackage

/// No file below `/etc` names the host that built the image, or a directory of the build.
struct NoHostTraces: ImpliedAssertion {
  static let name = "no traces of the build host are below /etc"

  /// Larger files are data, not settings.
  private static let sizeLimit = 1 << 20
  /// Such names occur everywhere.
  private static let commonNames: Set<String> = ["localhost", "debian", "ubuntu", "fedora", "host"]
  private static let shortestName = 4

  func outcome(_ build: BuildFacts, _ probe: any RootfsProbe) async throws -> ImpliedOutcome {
    var traces = traces(of: build)
    // A host that is called as an account is: `mail`, `backup`.
    if try await probe.user(named: build.host.name) != nil {
      traces.removeAll { $0.text == build.host.name }
    }
    var violations: [Violation] = []
    for entry in try await probe.tree() where isSearched(entry, build) {
      let content = try await probe.contents(of: entry.path) ?? []
      for trace in traces where trace.occurs(in: content) {
        violations.append(
          Violation(
            message: "`\(entry.path)` names \(trace.what) `\(trace.text)`", path: entry.path))
      }
    }
    return .violations(violations)
  }

  private func traces(of build: BuildFacts) -> [Trace] {
    let paths = build.host.workspaces.map { Trace(text: $0.string, what: "the build's directory") }
    let name = build.host.name
    let isTelling = name.utf8.count >= Self.shortestName && !Self.commonNames.contains(name)
    return paths + (isTelling ? [Trace(text: name, what: "the build host")] : [])
  }

  /// The manifests are there to say how the image was built.
  private func isSearched(_ entry: TreeEntry, _ build: BuildFacts) -> Bool {
    guard entry.kind == .file, entry.size <= Self.sizeLimit else { return false }
    return entry.lies(in: "/etc") && !entry.lies(in: build.manifestDirectory)
  }

  /// A text that gives the host away where it stands alone.
  private struct Trace {
    let text: String
    let what: String

    func occurs(in content: [UInt8]) -> Bool {
      let needle = Array(text.utf8)
      return content.ranges(ofBytes: needle).contains { range in
        !Self.isWord(content[..<range.lowerBound].last)
          && !Self.isWord(content[range.upperBound...].first)
      }
    }

    /// Letters, digits and what host names are made of.
    private static func isWord(_ byte: UInt8?) -> Bool {
      guard let byte else { return false }
      let character = Character(Unicode.Scalar(byte))
      return character.isLetter || character.isNumber || character == "-"
    }
  }
}
