import Diagnostics
import ElementLint
import ElementModel
import SystemPackage
import TestSupport
import Testing

struct FixerTests {
  /// The files that change, path below the search path to text, or the new mode or name.
  private func changes(
    _ files: [String: FixtureFile], _ rules: [String], unsafe: Bool = false
  ) async throws -> (changes: [String: String], count: Int, refusals: [FixOutcome.Refusal]) {
    let linter = Linter(try RuleSelection(select: rules))
    return try await changes(files, unsafe: unsafe) { await linter.lint($0, only: $1) }
  }

  private func changes(
    _ files: [String: FixtureFile], unsafe: Bool = false,
    lint: @escaping @Sendable (ElementTree, LintScope) async -> [Finding]
  ) async throws -> (changes: [String: String], count: Int, refusals: [FixOutcome.Refusal]) {
    try await withElements(files) { tree in
      let outcome = try await Fixer(allowsUnsafe: unsafe, lint: lint)
        .outcome(of: tree, only: .everything)
      let changes = outcome.changes.map { ($0.before.path.below(tree), text($0, tree)) }
      return (Dictionary(uniqueKeysWithValues: changes), outcome.count, outcome.refusals)
    }
  }

  private func text(_ change: FileChange, _ tree: ElementTree) -> String {
    let mode = change.mode.map { "mode \(String($0, radix: 8))" }
    let name =
      change.after.path == change.before.path ? nil : "name \(change.after.path.below(tree))"
    let text = change.contents.map { String(decoding: $0, as: UTF8.self) }
    return [mode, name, text].compactMap { $0 }.joined(separator: ", ")
  }

  @Test func textModeAndNameChangeTogether() async throws {
    let found = try await changes(
      ["foo/finalize.d/10-a": "#!/bin/bash\nwhich x"], ["HK", "SH811", "FS203"], unsafe: true)
    #expect(
      found.changes == [
        "foo/finalize.d": "name foo/finalise.d",
        "foo/finalize.d/10-a":
          "mode 755, name foo/finalise.d/10-a, #!/bin/bash\ncommand -v x\n",
      ])
    #expect(found.count == 4)
  }

  @Test func unsafeFixesAreMadeOnlyIfAllowed() async throws {
    let files: [String: FixtureFile] = ["foo/finalize.d/10-a": .executable()]
    #expect(try await changes(files, ["HK106"]).changes == [:])
    #expect(try await changes(files, ["HK106"], unsafe: true).changes.count == 2)
  }

  @Test func listsAreReadAnewInEachRound() async throws {
    let found = try await changes(["foo/element-deps": "b\na\nb"], ["DP305", "DP306", "FS203"])
    #expect(found.changes == ["foo/element-deps": "a\nb\n"])
  }

  @Test func testElementsAreFixedToo() async throws {
    let found = try await changes(
      [
        "foo/test-elements/bar/element-deps": "b\na\n",
        "foo/test-elements/bar/install.d/50-a": "#!/bin/bash\nwhich x\n",
      ], ["DP305", "SH811", "HK101"])
    #expect(
      found.changes == [
        "foo/test-elements/bar/element-deps": "a\nb\n",
        "foo/test-elements/bar/install.d/50-a": "mode 755, #!/bin/bash\ncommand -v x\n",
      ])
  }

  @Test func modeOfWhatALinkLeadsToChangesInsideTheElementOnly() async throws {
    let found = try await changes(
      [
        "foo/install.d/50-a": .symlink("../bin/a"), "foo/bin/a": "#!/bin/bash\n",
        "foo/install.d/50-b": .symlink("../../bar/b"), "bar/b": "#!/bin/bash\n",
      ], ["HK101"])
    #expect(found.changes == ["foo/bin/a": "mode 755"])
  }

  @Test func fileIsLeftAloneWhenItsFixesLeadToNewErrors() async throws {
    let found = try await changes(["foo/install.d/50-a": .script("x"), "foo/b.json": "{}\n"]) {
      tree, _ in
      let file = tree["foo"]?.file("install.d/50-a")
      guard let file, let bytes = try? file.contents(), !bytes.contains(UInt8(ascii: "(")) else {
        return []
      }
      return [Self.finding(file, "(", line: 3)]
    }
    #expect(found.changes == [:])
    #expect(found.count == 0)
    guard case .error(let error)? = found.refusals.first?.reason else {
      Issue.record("nothing is refused")
      return
    }
    #expect(error.rule == "SH816")
  }

  @Test func fileIsLeftAloneWhenItsFixesComeToNoEnd() async throws {
    let found = try await changes(["foo/a": "x\n", "foo/b": "x\n"]) { tree, _ in
      ["a", "b"].compactMap { tree["foo"]?.file(FilePath($0)) }.compactMap { file in
        let isDone = file.name == "b" && (try? file.contents())?.first == UInt8(ascii: "y")
        return isDone ? nil : Self.finding(file, "y", line: 1)
      }
    }
    #expect(found.changes == ["foo/b": "yx\n"])
    #expect(found.refusals.count == 1)
  }

  /// A finding whose fix puts a text at the start of a line.
  private static func finding(_ file: ElementFile, _ text: String, line: Int) -> Finding {
    let start = SourcePosition(line: line)
    return Finding(
      rule: "XX1", name: "x", severity: .warning, message: "x",
      location: SourceLocation(file.path, start),
      fix: .init("put it there", edits: [.init(from: start, to: start, text: text)]))
  }
}

extension FilePath {
  fileprivate func below(_ tree: ElementTree) -> String {
    var path = self
    _ = path.removePrefix(tree.searchPath[0])
    return path.string
  }
}
