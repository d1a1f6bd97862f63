import ElementModel
import SystemPackage

/// What a file is for, told by its place in the element.
enum FileRole: Hashable, Sendable {
  /// Directly in the directory of a phase, where the hook runner looks.
  case hook(HookPhase)
  /// Directly in `environment.d`, whose files are sourced.
  case environment
  case dependencies, provides
  case packageInstalls, packageMap, serviceMap, sourceRepository
  case blockDevice
  case readme
  /// Something for the image, or for other programs.
  case other

  /// The role of the file at `path` below its element.
  init(of path: FilePath) {
    let names = path.components.map(\.string)
    switch names.count {
    case 1: self = Self.ofTopLevelFile(names[0])
    case 2 where names[0] == "environment.d": self = .environment
    case 2: self = HookPhase(rawValue: names[0]).map(FileRole.hook) ?? .other
    default: self = .other
    }
  }

  private static func ofTopLevelFile(_ name: String) -> FileRole {
    switch name {
    case "element-deps": .dependencies
    case "element-provides": .provides
    case "package-installs.yaml", "package-installs.json": .packageInstalls
    case "pkg-map": .packageMap
    case "svc-map": .serviceMap
    case _ where name.hasPrefix("source-repository-") && !name.hasSuffix("~"): .sourceRepository
    case _ where name.hasPrefix("block-device-") && name.hasSuffix(".yaml"): .blockDevice
    case _ where name.hasPrefix("README"): .readme
    default: .other
    }
  }
}

extension FileRole {
  /// Whether the builder itself reads the file, by its own format.
  var isFormat: Bool {
    switch self {
    case .dependencies, .provides, .packageInstalls, .packageMap, .serviceMap, .sourceRepository,
      .blockDevice:
      true
    case .hook, .environment, .readme, .other: false
    }
  }
}
