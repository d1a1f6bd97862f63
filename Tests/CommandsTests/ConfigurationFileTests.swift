import Diagnostics
import SystemPackage
import TestSupport
import Testing

@testable import Commands

struct ConfigurationFileTests {
  private func configuration(_ text: String) throws -> LintConfiguration {
    try withTree(["tie-check.yaml": .text(text)]) { root in
      try ConfigurationFile(at: root.appending("tie-check.yaml")).configuration()
    }
  }

  @Test func allKeysAreRead() throws {
    let settings = try configuration(
      """
      select: [HK, SH8]
      extend-select: DC101
      ignore: HK101, HK102
      extend-ignore: [hook-not-executable]
      per-file-ignores:
        elements/*/static: [FS]
      exclude: ['*.orig', vendor/]
      severity: {DC101: error}
      elements-path: [lib/elements]
      target-python: 3.10
      max-line-length: 100
      baseline: known.json
      output: {sarif: out/x.sarif}
      """)
    #expect(settings.select?.value == ["HK", "SH8"])
    #expect(settings.ignore?.value == ["HK101", "HK102"])
    #expect(settings.perFileIgnores?.value.map(\.rules) == [["FS"]])
    #expect(settings.severity?.value.map(\.severity) == [.error])
    #expect(settings.elementsPath?.value.first?.string.hasSuffix("/lib/elements") == true)
    #expect(settings.targetPython?.value == "3.10")
    #expect(settings.output?.value.map(\.format) == [.sarif])
    for key in ConfigurationKey.all { #expect(key.shown(settings) != nil, "\(key.name)") }
  }

  @Test(arguments: [
    ("ignroe: [HK101]", "1:1: there is no key `ignroe`\n  hint: did you mean `ignore`?"),
    ("ignore:\n  - HK101\n  - HK1O1", "3:5: no rule is called `HK1O1`"),
    ("ignore: {a: b}", "1:9: `ignore` takes a text, not a mapping"),
    ("severity: {HK101: fatal}", "1:19: `severity` takes one of info, warning, error"),
    ("severity: [HK101]", "1:11: `severity` takes a mapping, not a list"),
    ("output: {sarfi: x}", "did you mean `sarif`?"),
    ("max-line-length: 0", "`max-line-length` takes a whole number from 1 to 100000, not `0`"),
    ("target-python: snake", "takes a version such as 3.11, not `snake`"),
    ("- a", "1:1: the settings are a mapping, not a list"), ("a: [", "tie-check.yaml:"),
    ("ignore: HK101\nignore: HK102", "2:1: "),
  ])
  func faultsHaveAPlaceAndAHint(_ text: String, _ message: String) {
    do {
      _ = try configuration(text)
      Issue.record("\(text) is accepted")
    } catch {
      #expect("\(error)".contains(message), "\(error)")
      #expect("\(error)".contains("hint: "))
    }
  }

  @Test func allFaultsAreToldAtOnce() {
    let error = #expect(throws: SeveralProblems.self) { try configuration("a: 1\nb: 2\n") }
    #expect(error?.problems.count == 2)
    #expect(error?.status == .unusableInput)
  }

  @Test(arguments: ["", "# nothing\n", "ignore:\n"])
  func emptyFilesSayNothing(_ text: String) throws {
    let settings = try configuration(text)
    #expect(ConfigurationKey.all.allSatisfy { $0.shown(settings) == nil })
  }

  @Test func theNearestFileOfTheRepositoryCounts() throws {
    let files: [String: FixtureFile] = [
      "tie-check.yaml": "max-line-length: 1\n", "a/.git": .directory,
      "a/.tie-check.yaml": "max-line-length: 2\n", "a/b/x": "",
      "a/c/tie-check.yaml": "max-line-length: 3\n", "a/c/.tie-check.yaml": "max-line-length: 4\n",
      "d/.git": .directory,
    ]
    try withTree(files) { root in
      let found = try ["a/b", "a/c", "a", "d"].map {
        try ConfigurationFile(seenFrom: root.appending($0))?.configuration().maxLineLength?.value
      }
      #expect(found == [2, 3, 2, nil])
    }
  }

  @Test func commandLineComesBeforeTheFile() throws {
    var commandLine = LintConfiguration()
    commandLine.select = Setting(["FS"], from: .commandLine)
    commandLine.extendIgnore = Setting(["FS203"], from: .commandLine)
    let merged = commandLine.over(
      try configuration("select: [HK]\nignore: [HK101]\nextend-ignore: [HK102]\n"))
    #expect(merged.select?.value == ["FS"])
    #expect(merged.ignore?.value == ["HK101"])
    #expect(merged.extendIgnore?.value == ["FS203", "HK102"])
  }

  @Test(arguments: [
    ("*.orig", "a/x.orig", true), ("vendor", "vendor/a/b", true), ("vendor", "a/vendor/b", true),
    ("a/*.py", "a/b/c.py", true), ("a/b", "a/b/c", true), ("./a/", "a/c", true),
    ("b", "a/bc", false), ("a/b", "c/a/b", false), ("../y", "a", false), ("x", "x/../a", false),
  ])
  func patternsMeanFilesAndDirectories(_ pattern: String, _ path: String, _ matches: Bool) {
    let root = FilePath("/srv/x")
    let file = root.pushing(FilePath(path)).lexicallyNormalized()
    #expect(PathPattern(pattern, relativeTo: root).matches(file) == matches)
  }
}
