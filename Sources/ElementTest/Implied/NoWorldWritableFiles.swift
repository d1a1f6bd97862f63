/// Nobody can write what others read, except where everybody is meant to: in sticky directories.
struct NoWorldWritableFiles: ImpliedAssertion {
  static let name = "nothing is world-writable"

  private static let writableByOthers: UInt16 = 0o002
  private static let sticky: UInt16 = 0o1000

  func outcome(_ build: BuildFacts, _ probe: any RootfsProbe) async throws -> ImpliedOutcome {
    let entries = try await probe.tree().filter(isOffender)
    return .violations(
      entries.map {
        let mode = FileFacts.text(ofMode: $0.mode)
        return Violation(
          message: "\($0.kind.rawValue) `\($0.path)` is world-writable (\(mode))", path: $0.path,
          expected: FileFacts.text(ofMode: $0.mode & ~Self.writableByOthers), found: mode)
      })
  }

  /// Links have no mode, and devices, pipes and sockets are made to be written to.
  private func isOffender(_ entry: TreeEntry) -> Bool {
    guard entry.mode & Self.writableByOthers != 0 else { return false }
    switch entry.kind {
    case .file: return true
    case .directory: return entry.mode & Self.sticky == 0
    case .symlink, .socket, .pipe, .characterDevice, .blockDevice: return false
    }
  }
}
