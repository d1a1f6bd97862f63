import Sandbox
import SystemPackage

extension DiskSizeRules {
  /// Bytes of a disk for the tree, whose content is measured only where that decides.
  func bytes(of tools: TreeTools, layout: DiskLayout) async throws -> Int {
    guard imageSize == nil else { return bytes(measured: 0, layout: layout) }
    return bytes(measured: try await tools.measured(["-x"]), layout: layout)
  }
}

extension TreeTools {
  /// KiB that the tree takes, or what else `du` counts with the given options.
  func measured(_ options: [String] = []) async throws -> Int {
    let title = "measure the image's content"
    let lines = try await run(title, Command("du", ["-s", "-k"] + options + [tree.string]))
    return try Self.measurement(in: lines, title)
  }

  /// The number before the last line's name.
  static func measurement(in lines: [String], _ title: String) throws -> Int {
    guard let line = lines.last, let number = Int(line.prefix { $0.isNumber }) else {
      throw BuildError.stepFailed(
        title: title, reason: "`du` answered `\(lines.last ?? "")`, which has no size")
    }
    return number
  }
}
