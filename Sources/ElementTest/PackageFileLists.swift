import SystemPackage

/// dpkg's lists of the files of each package.
struct PackageFileLists {
  private static let directory: FilePath = "/var/lib/dpkg/info"
  /// Packages may still list files in directories that are links below `/usr` by now.
  private static let mergedDirectories = ["/bin/", "/sbin/", "/lib/", "/lib32/", "/lib64/"]

  private let probe: any RootfsProbe

  init(_ probe: any RootfsProbe) { self.probe = probe }

  /// Those of the paths that no package lists.
  func unowned(among paths: [FilePath]) async throws(ProbeError) -> Set<FilePath> {
    var wanted: [[UInt8]: FilePath] = [:]
    for path in paths {
      for name in Self.listedNames(of: path) { wanted[Array(name.utf8)] = path }
    }
    var unowned = Set(paths)
    for name in try await probe.entries(of: Self.directory) ?? [] where name.hasSuffix(".list") {
      if unowned.isEmpty { break }
      let list = try await probe.contents(of: Self.directory.appending(name)) ?? []
      unowned.subtract(Self.lines(in: list, among: wanted))
    }
    return unowned
  }

  private static func listedNames(of path: FilePath) -> [String] {
    let merged = path.string.hasPrefix("/usr/") ? String(path.string.dropFirst(4)) : ""
    return [path.string] + mergedDirectories.filter(merged.hasPrefix).map { _ in merged }
  }

  private static func lines(in list: [UInt8], among wanted: [[UInt8]: FilePath]) -> [FilePath] {
    let lengths = Set(wanted.keys.map(\.count))
    return list.split(separator: UInt8(ascii: "\n"))
      .filter { lengths.contains($0.count) }.compactMap { wanted[Array($0)] }
  }
}
