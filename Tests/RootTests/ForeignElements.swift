import SystemPackage
import TestSupport
import Testing

/// Calls `body` with the elements of diskimage-builder's package from PyPI.
func withForeignElements(_ body: (FilePath) async throws -> Void) async throws {
  try await withTemporaryFolder { folder in
    try runOnHost(
      "python3", "-m", "pip", "download", "--quiet", "--no-deps", "--dest", folder.string,
      "diskimage-builder==3.43.0")
    let wheel = try #require(fileNames(in: folder).first { $0.hasSuffix(".whl") })
    try runOnHost("bsdtar", "-C", folder.string, "-xf", folder.appending(wheel).string)
    try await body(folder.appending("diskimage_builder/elements"))
  }
}
