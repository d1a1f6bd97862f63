import ElementTest
import SystemPackage

/// A rootfs that is only said to exist: what is put in is what a probe finds.
package struct FakeRootfs: RootfsProbe {
  package var files: [FilePath: FileFacts] = [:]
  package var texts: [FilePath: String] = [:]
  package var users: [UserFacts] = []
  package var groups: [GroupFacts] = []
  package var packageList: [PackageFacts.Package] = []
  package var units: [String: UnitState] = [:]
  /// By the command's line.
  package var commands: [String: CommandOutcome] = [:]
  /// Thrown instead of any answer.
  package var failure: ProbeError?

  package init() {}

  /// Adds a file with a text.
  package mutating func add(_ path: FilePath, _ text: String, mode: UInt16 = 0o644) {
    files[path] = FileFacts(mode: mode, size: text.utf8.count)
    texts[path] = text
  }

  /// Adds a symbolic link.
  package mutating func add(_ path: FilePath, linkTo target: FilePath) {
    files[path] = FileFacts(kind: .symlink, mode: 0o777, linkTarget: target)
  }

  package func file(at path: FilePath) throws(ProbeError) -> FileFacts? {
    try check()
    return files[path]
  }

  package func contents(of path: FilePath) throws(ProbeError) -> [UInt8]? {
    try check()
    return texts[path].map { Array($0.utf8) }
  }

  package func entries(of directory: FilePath) throws(ProbeError) -> [String]? {
    try check()
    let names = files.keys.filter { $0.removingLastComponent() == directory }
      .compactMap { $0.lastComponent?.string }
    return names.isEmpty && files[directory] == nil ? nil : names.sorted()
  }

  package func tree() throws(ProbeError) -> [TreeEntry] {
    try check()
    return files.map { TreeEntry(path: $0, kind: $1.kind, mode: $1.mode, size: $1.size) }
      .sorted { $0.path.string < $1.path.string }
  }

  package func user(named name: String) throws(ProbeError) -> UserFacts? {
    try check()
    return users.first { $0.name == name }
  }

  package func group(named name: String) throws(ProbeError) -> GroupFacts? {
    try check()
    return groups.first { $0.name == name }
  }

  package func packages() throws(ProbeError) -> PackageFacts {
    try check()
    return PackageFacts(packageList)
  }

  package func unitState(of name: String) throws(ProbeError) -> UnitState {
    try check()
    return units[name] ?? .notFound
  }

  package func run(_ command: ProbeCommand) throws(ProbeError) -> CommandOutcome {
    try check()
    guard let outcome = commands[command.description] else {
      throw .notRun(command, reason: "nobody said how it ends")
    }
    return outcome
  }

  private func check() throws(ProbeError) {
    if let failure { throw failure }
  }
}
