import Diagnostics
import ElementLint
import ElementModel
import SystemPackage
import TestSupport
import Testing

/// What the fixes of findings make of the files.
struct FixTests {
  @Test(arguments: RuleCatalog.all.flatMap(ExampleCase.flagged))
  func fixesOfFlaggedExamplesLeaveNothingToFix(_ example: ExampleCase) async throws {
    var files = MarkedExample(example.example).files
    // Overlapping fixes wait for another round.
    for _ in 0..<10 {
      guard let fixed = try await fixed(files, by: [example.rule.name]) else {
        return
      }
      files = fixed
    }
    Issue.record("\(example.rule.code) finds something to fix in what it fixed")
  }

  @Test(arguments: [
    ("DP302", "foo\nbar", "bar"), ("DP302", "bar\nfoo", "bar\n"),
    ("DP304", "# why\nbar\n", "bar\n"), ("DP304", "a b\n", "a b\n"),
    ("DP305", "vm\n\nbase\n", "base\nvm\n"), ("DP305", "vm\nbase", "base\nvm"),
    ("DP305", "vm\n# why\nbase\n", "vm\n# why\nbase\n"),
    ("DP306", "a\nb\na\n", "a\nb\n"),
  ])
  func dependenciesAreMended(_ rule: String, _ text: String, _ mended: String) async throws {
    let path = "foo/element-deps"
    #expect(try await text.fixed(by: rule, at: path) == mended)
  }

  @Test(arguments: [
    ("PK403", "vim:\n  phase: install\n", "vim:\n  phase: install.d\n"),
    ("PK405", "vim:\n  arch: 'a, b ,c'\n", "vim:\n  arch: 'a,b,c'\n"),
    ("PK406", "vim:\n  arch: x86_64,s390x\n", "vim:\n  arch: amd64,s390x\n"),
    ("PK407", "vim:\n  when: A == b\n", "vim:\n  when: A = b\n"),
    (
      "PK409", "vim:\n  uninstall: false\n  phase: install.d\n",
      "vim:\n  phase: install.d\n"
    ),
    ("PK421", "# nothing\n", "{}\n# nothing\n"),
  ])
  func listsOfPackagesAreMended(_ rule: String, _ text: String, _ mended: String) async throws {
    let path = "foo/package-installs.yaml"
    #expect(try await text.fixed(by: rule, at: path) == mended)
  }

  @Test(arguments: [
    ("SR606", "a git /a git://b.c/d v1\n", "a git /a https://b.c/d v1\n"),
    ("SR608", "a tar /a https://b.c/d\n", "a tar /a https://b.c/d *\n"),
    ("SR603", "a tar /a https://b.c/d .", "a tar /a https://b.c/d .\n"),
  ])
  func repositoriesAreMended(_ rule: String, _ text: String, _ mended: String) async throws {
    let path = "foo/source-repository-a"
    #expect(try await text.fixed(by: rule, at: path) == mended)
  }

  @Test func tabStopsAreEveryEightColumns() async throws {
    let text = "a::\n\n  \tb\tc\n\t d\n"
    #expect(
      try await text.fixed(by: "FS206", at: "foo/a.rst") == "a::\n\n        b\tc\n         d\n")
  }

  @Test func nameThatIsTakenIsNotGivenAgain() async throws {
    let files: [String: FixtureFile] = ["foo/element-deps": "a\n", "foo/element-dep": "b\n"]
    #expect(try await reports(["DP310"], files).map(\.fix) == [nil])
    #expect(try await reports(["DP310"], ["foo/element-dep": "b\n"]).first?.fix?.isSafe == true)
  }

  @Test(arguments: [
    ("HK102", "install.d/50-a.b.sh", "50-a-b"), ("HK106", "finalize.d/50-a", "finalise.d"),
  ])
  func hooksAreRenamedOnlyIfAskedFor(_ rule: String, _ path: String, _ name: String) async throws {
    let fix = try await reports([rule], ["foo/\(path)": .executable()]).first?.fix
    #expect(fix?.newName == name)
    #expect(fix?.isSafe == false)
  }
}

extension String {
  /// The text after a rule's fixes were made, as the only file.
  fileprivate func fixed(by rule: String, at path: String) async throws -> String {
    let files = try await ElementLintTests.fixed([path: .text(self)], by: [rule])
    guard case .file(let bytes, _)? = files?[path] else { return self }
    return String(decoding: bytes, as: UTF8.self)
  }
}

/// The files after one round of fixes; nothing when there is nothing to fix.
private func fixed(
  _ files: [String: FixtureFile], by rules: [String]
) async throws -> [String: FixtureFile]? {
  let fixes = try await reports(rules, files).compactMap { finding in
    finding.fix.map { (path: finding.location.path.string, fix: $0) }
  }
  guard !fixes.isEmpty else { return nil }
  var files = files
  for (path, fixes) in Dictionary(grouping: fixes, by: \.path) {
    apply(fixes.map(\.fix), to: &files, at: path)
  }
  return files
}

private func apply(_ fixes: [Finding.Fix], to files: inout [String: FixtureFile], at path: String) {
  if case .file(let bytes, let mode)? = files[path] {
    let isExecutable = fixes.compactMap(\.isExecutable).last ?? (mode & 0o111 != 0)
    let text = applied(independent(fixes.map(\.edits)), to: String(decoding: bytes, as: UTF8.self))
    files[path] = .file(Array(text.utf8), mode: isExecutable ? 0o755 : 0o644)
  }
  guard let name = fixes.compactMap(\.newName).last else { return }
  let place = FilePath(path).removingLastComponent().appending(name).string
  for old in files.keys where old == path || old.hasPrefix(path + "/") {
    files[place + old.dropFirst(path.count)] = files.removeValue(forKey: old)
  }
}

/// The edits of each fix that overlaps none before it.
private func independent(_ fixes: [[Finding.Edit]]) -> [Finding.Edit] {
  fixes.reduce(into: []) { taken, edits in
    let isFree = edits.allSatisfy { edit in
      taken.allSatisfy { edit.end <= $0.start || $0.end <= edit.start }
    }
    if isFree { taken += edits }
  }
}
