import Documents
import Sandbox
import SystemPackage
import TestSupport
import Testing

/// The hooks of the bundled element `package-installs` that make one list of what all elements ask
/// for, in a hook tree of their own.
struct PackageHooks {
  private static let checkout = FilePath(#filePath).removingLastComponent()
    .removingLastComponent().removingLastComponent()
  private static let elements = checkout.appending("elements")

  private let folder: FilePath

  /// Calls `body` with hooks whose tree is gone afterwards.
  static func with<Result: Sendable>(
    _ body: (PackageHooks) async throws -> Result
  ) async throws -> Result {
    try await withTree(files) { try await body(PackageHooks(folder: $0)) }
  }

  private static var files: [String: FixtureFile] {
    let own = elements.appending("package-installs")
    return [
      "hooks/extra-data.d": .symlink(own.appending("extra-data.d").string),
      "hooks/package-lists": .symlink(own.appending("package-lists").string),
      "hooks/plain-yaml": .symlink(elements.appending("plain-yaml/plain-yaml").string),
      "root/tmp": .directory,
      // The hooks need no other root here; what they name below its /tmp is where they put it.
      "bin/chroot": .executable(
        "#!/bin/bash\nroot=$1\nshift\nexec \"${@/#\\/tmp\\//$root/tmp/}\"\n"),
    ]
  }

  /// The list in the form of a case's answer; no more than `error` when a hook refuses.
  func answer(to question: ConformanceQuestion) async throws -> String {
    for hook in ["98-collect-package-installs", "99-squash-package-install"] {
      let path = folder.appending("hooks/extra-data.d/\(hook)").string
      let command = Command("bash", [path], environment: try environment(of: question))
      guard try await CommandRunner().run(command).isSuccess else { return "error" }
    }
    let file = folder.appending("root/tmp/package-installs.json")
    let document = try JSONDocument(parsing: Array(try readFile(file).utf8), path: file)
    return lines(of: try #require(document.root)).map { $0 + "\n" }.joined()
  }

  private func environment(of question: ConformanceQuestion) throws -> [String: String] {
    let programs = [
      folder.appending("bin"), Self.checkout.appending("lib/bin"), "/usr/bin", "/bin",
    ]
    return try question.hookEnvironment().merging([
      "PATH": programs.map(\.string).joined(separator: ":"),
      "TMP_BUILD_DIR": folder.string,
      "TMP_HOOKS_PATH": folder.appending("hooks").string,
      "TMP_MOUNT_PATH": folder.appending("root").string,
    ]) { $1 }
  }

  private func lines(of phases: DocumentNode) -> [String] {
    let pairs = phases.mapping ?? []
    return pairs.flatMap { pair in
      ["install", "uninstall"].flatMap { action in
        names(in: pair.value[action]).map { "\(pair.key.text ?? "") \(action) \($0)" }
      }
    }
  }

  /// Each package with its element.
  private func names(in list: DocumentNode?) -> [String] {
    let packages = list?.sequence ?? []
    return packages.map { package in
      let words = package.sequence ?? []
      return words.compactMap(\.text).joined(separator: " ")
    }
  }
}
