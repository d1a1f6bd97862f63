import Sandbox
import SystemPackage

extension DiskSizeRules {
  /// Bytes of a disk for the tree, whose content is measured only where that decides.
  func bytes(of tools: TreeTools, layout: DiskLayout) async throws -> Int {
    guard imageSize == nil else { return bytes(measured: 0, layout: layout) }
    let command = Command("du", ["-s", "-k", "-x", tools.tree.string])
    let lines = try await tools.run("measure the image's content", command)
    let measured = lines.last?.prefix { $0.isNumber } ?? ""
    return bytes(measured: Int(measured) ?? 0, layout: layout)
  }
}
