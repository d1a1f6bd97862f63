import ElementModel
import SystemPackage

/// The programs in `bin/` of the elements are in the image and can be called.
struct BinFilesPresent: ImpliedAssertion {
  static let name = "programs from bin/ are in place"

  private static let destination: FilePath = "/usr/local/bin"
  private static let mode: UInt16 = 0o755

  func outcome(_ build: BuildFacts, _ probe: any RootfsProbe) async throws -> ImpliedOutcome {
    let files = build.hooks.files(below: "bin", copiedTo: Self.destination)
      .filter { $0.1.file.isRegular && $0.0.removingLastComponent() == Self.destination }
    if files.isEmpty { return .kept }
    guard build.hooks.copies("bin") else {
      return .notApplicable(reason: "no hook of this build copies bin/ into the image")
    }
    return .violations(
      try await files.map { CopiedFile(path: $0, entry: $1, mode: Self.mode) }.violations(probe))
  }
}
