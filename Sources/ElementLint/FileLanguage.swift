import SystemPackage

/// What a file is written in.
enum FileLanguage: Hashable, Sendable {
  case shell, python, yaml, json, markup
  /// One of the element's own line formats, such as `element-deps`.
  case list
  /// Text of no known kind.
  case text

  /// The language of the file at `path` below its element: by what it is for, by its shebang, by its
  /// suffix or by its place, in this order.
  init(_ role: FileRole, shebang: Shebang?, path: FilePath) {
    if let language = Self.ofRole(role, name: path.lastComponent?.string ?? "") {
      self = language
    } else if let shebang {
      self = shebang.isShell ? .shell : shebang.isPython ? .python : .text
    } else if path.extension == nil, path.removingLastComponent() == "init.d" {
      // The init program of a ramdisk sources these.
      self = .shell
    } else {
      self = Self.ofSuffix(path.extension ?? "")
    }
  }

  private static func ofRole(_ role: FileRole, name: String) -> FileLanguage? {
    switch role {
    case .environment: .shell
    case .dependencies, .provides, .sourceRepository: .list
    case .packageInstalls: name.hasSuffix(".json") ? .json : .yaml
    case .packageMap: .json
    case .serviceMap, .blockDevice: .yaml
    case .readme: .markup
    case .hook, .other: nil
    }
  }

  private static func ofSuffix(_ suffix: String) -> FileLanguage {
    switch suffix {
    case "sh", "bash": .shell
    case "py": .python
    case "yaml", "yml": .yaml
    case "json": .json
    case "rst", "md": .markup
    default: .text
    }
  }
}

extension FileLanguage {
  /// Whether programs read it, rather than people.
  var isSource: Bool { self != .text && self != .markup }
}
