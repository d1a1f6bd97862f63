import ImageBuilder
import Sandbox
import SystemPackage

/// What takes up the room in an image, the largest first (dib-contract section 7.8).
struct UsageReport: Equatable {
  /// KiB; smaller files and directories are left out.
  private let threshold: Int

  /// The report that `DIB_SHOW_IMAGE_USAGE` asks for; nil where it does not. With
  /// `DIB_SHOW_IMAGE_USAGE_FULL`, small files are in it, too.
  init?(variables: [String: String]) {
    let isSet = { (name: String) in !["", "0"].contains(variables[name] ?? "") }
    guard isSet("DIB_SHOW_IMAGE_USAGE") else { return nil }
    threshold = isSet("DIB_SHOW_IMAGE_USAGE_FULL") ? 0 : 10 << 10
  }

  /// Hands the lines of the report on `rootfs` to `receive`.
  func send(
    _ rootfs: Rootfs, _ scratch: FilePath, _ launcher: SandboxLauncher,
    _ receive: (String) -> Void
  ) async throws {
    let room = scratch.appending("usage")
    try room.createDirectories()
    let spec = SandboxSpec(root: .overlay(try rootfs.overlay(scratch: room)))
    let listing = try await launcher.withHeld(spec) { held in
      let arguments = ["-a", "-c", "-k", "-x", "."]
      return try await CommandRunner().run(
        checked: Command("du", arguments, workingDirectory: held.root)
      ).output
    }
    lines(of: listing).forEach(receive)
  }

  /// The report on what `du -k` printed.
  func lines(of listing: String) -> [String] {
    let rows = listing.split(separator: "\n").compactMap { row -> (size: Int, path: Substring)? in
      let parts = row.split(separator: "\t", maxSplits: 1)
      guard parts.count == 2, let size = Int(parts[0]), size >= threshold else { return nil }
      return (size, parts[1])
    }
    let ruler = String(repeating: "-", count: 60)
    let sorted = rows.sorted { ($1.size, $0.path) < ($0.size, $1.path) }
    return [ruler, "size of what is in the image"]
      + sorted.map { "\(ByteCount($0.size << 10))\t\($0.path)" } + [ruler]
  }
}
