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
    let files = try await fixed(MarkedExample(example.example).files, by: example.rule.name)
    #expect(try await reports([example.rule.name], files).allSatisfy { $0.fix == nil })
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

  @Test(arguments: [
    ("{\"default\": {\"a\": \"b\", \"c\": \"d\"}}\n", "{\"default\": {}}\n"),
    (
      "{\"default\": {\n  \"vim\": \"v\",\n  \"a\": \"b\"\n}}\n",
      "{\"default\": {\n  \"vim\": \"v\"\n}}\n"
    ),
    (
      "{\"default\": {\n  \"a\": \"b\",\n  \"vim\": \"v\"\n}, \"family\": {\"suse\": {\"a\": \"c\"}}}\n",
      "{\"default\": {\n  \"vim\": \"v\"\n}, \"family\": {\"suse\": {}}}\n"
    ),
    (
      "{\"default\": {\"a\": \"b\", \"vim\": \"v\", \"a\": \"c\"}}\n",
      "{\"default\": {\"a\": \"b\", \"vim\": \"v\", \"a\": \"c\"}}\n"
    ),
  ])
  func unusedNamesOfPackagesAreRemoved(_ text: String, _ mended: String) async throws {
    let others: [String: FixtureFile] = ["foo/package-installs.yaml": "vim:\n"]
    #expect(try await text.fixed(by: "PK411", at: "foo/pkg-map", beside: others) == mended)
  }

  @Test(arguments: [
    ("web:\n  default: a\n# why\ndb:\n  default: b\n", "web:\n  default: a\n# why\n"),
    ("db:\n  default: b\nweb:\n  default: a\n", "web:\n  default: a\n"),
    ("db:\n  default: b\n", "db:\n  default: b\n"),
  ])
  func unusedServicesAreRemoved(_ text: String, _ mended: String) async throws {
    let others: [String: FixtureFile] = ["foo/install.d/50-foo": .script("svc-map web")]
    #expect(try await text.fixed(by: "SV503", at: "foo/svc-map", beside: others) == mended)
  }

  @Test(arguments: [
    ("base\nvm\n", "base\npkg-map\nvm\n"), ("base", "base\npkg-map\n"), ("", "pkg-map\n"),
    ("vm\n", "pkg-map\nvm\n"),
  ])
  func missingDependencyIsAddedWhereItBelongs(_ text: String, _ mended: String) async throws {
    let others: [String: FixtureFile] = [
      "foo/pkg-map": "{}\n", "base/README.rst": "", "vm/README.rst": "", "pkg-map/README.rst": "",
    ]
    #expect(try await text.fixed(by: "DP309", at: "foo/element-deps", beside: others) == mended)
  }

  @Test(arguments: [
    ("FS207", "foo \n===\t \n\nA \n", "foo\n===\n\nA\n"),
    ("DC105", "foo-a\n--\n", "foo-a\n-----\n"),
    ("DC105", "bar\n===\n", "bar\n===\n"),
  ])
  func documentationIsMended(_ rule: String, _ text: String, _ mended: String) async throws {
    #expect(try await text.fixed(by: rule, at: "foo-a/README.rst") == mended)
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
