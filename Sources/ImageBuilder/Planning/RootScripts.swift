import ElementModel
import SystemPackage

/// What the hooks of `root.d` can run or read of the elements that bring them: themselves, and the files
/// and folders that they name, and so on.
struct RootScripts {
  /// All that these scripts mention.
  private(set) var names = MentionedNames()
  private var texts: [[UInt8]] = []

  init(_ elements: [Element]) throws {
    let files = elements.flatMap(\.files).filter { $0.kind == .regular }
    for file in files where Self.phase(of: file) == .root { add(try file.contents()) }
    var rest = files.filter(Self.isHelper)
    while let found = rest.firstIndex(where: isNamed) { add(try rest.remove(at: found).contents()) }
  }

  private mutating func add(_ text: [UInt8]) {
    texts.append(text)
    names.add(text)
  }

  /// Whether a script names the file, or the folder of the element that holds it.
  private func isNamed(_ file: ElementFile) -> Bool {
    guard let first = file.relativePath.components.first?.string else { return false }
    let wanted = Array(first.utf8)
    return texts.contains { $0.contains(wanted) }
  }

  private static func phase(of file: ElementFile) -> HookPhase? {
    (file.relativePath.components.first?.string).flatMap(HookPhase.init(rawValue:))
  }

  private static func isHelper(_ file: ElementFile) -> Bool {
    guard let first = file.relativePath.components.first?.string else { return false }
    return phase(of: file) == nil && !first.hasPrefix("README")
      && !["tests", "test-elements", "environment.d"].contains(first)
  }
}
