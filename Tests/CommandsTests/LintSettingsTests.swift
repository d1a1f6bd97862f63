import SystemPackage
import TestSupport
import Testing

@testable import Commands

/// What settings do to a run of the program.
struct LintSettingsTests {
  private static let files: [String: FixtureFile] = [
    "elements/foo/README.rst": "foo\n===\n", "elements/foo/element-deps": "b\na\n",
    "elements/foo/install.d/50-a": "#!/bin/bash\nwhich x",
    "elements/foo/old/50-b": "#!/bin/bash\nx", "more/a/README.rst": "a\n=\n",
    "more/b/README.rst": "b\n=\n",
    "tie-check.yaml": """
    select: [DP301, DP305, HK101, SH811, FS203]
    elements-path: [more]
    exclude: [old]
    per-file-ignores: {elements/foo/install.d: SH811}
    severity: {DP305: error, HK101: info}
    output: {json: out/lint.json}
    """,
  ]

  @Test func settingsOfTheRepositoryHold() async throws {
    try await LintedTree.with(Self.files) { tree in
      let outcome = try await tree.lint("--quiet")
      #expect(
        outcome.output == """
          elements/foo/element-deps:2:1: DP305 `element-deps` is not sorted
          elements/foo/install.d/50-a:1:1: HK101 hook is not executable, so `install.d` skips it
          elements/foo/install.d/50-a:2:8: FS203 no newline at end of file

          """)
      #expect(outcome.status == 1)
      #expect(try tree.text("out/lint.json").contains("\"severity\": \"error\""))
    }
  }

  @Test func severityDecidesTheStatus() async throws {
    try await LintedTree.with(Self.files) { tree in
      try await tree.expect(status: 0, ["--select", "HK101"])
      try await tree.expect(status: 1, ["--select", "HK101", "--fail-on", "info"])
      try await tree.expect(status: 1, ["--fail-on", "error"])
      try await tree.expect(status: 0, ["--ignore", "DP305", "--fail-on", "error"])
      try await tree.expect(status: 0, ["--exit-zero"])
    }
  }

  @Test(arguments: [
    ("max-line-length: 88", 0), ("max-line-length: 87", 1), ("target-python: '3.13'", 1),
  ])
  func settingsForPythonHold(_ setting: String, _ status: Int32) async throws {
    let line = "x = '" + String(repeating: "y", count: 82) + "'\n"
    let files: [String: FixtureFile] = [
      "elements/foo/README.rst": "foo\n===\n", "elements/foo/a.py": .text(line),
      "tie-check.yaml": .text("select: [E501]\n\(setting)\n"),
    ]
    try await LintedTree.with(files) { try await $0.expect(status: status, []) }
  }

  @Test(arguments: [("3.13", 1), ("3.14", 0)])
  func syntaxIsThatOfTheTarget(_ version: String, _ status: Int32) async throws {
    let files: [String: FixtureFile] = [
      "elements/foo/README.rst": "foo\n===\n",
      "elements/foo/a.py": "try:\n    x()\nexcept A, B:\n    y()\n",
      "tie-check.yaml": .text("select: [E999]\ntarget-python: '\(version)'\n"),
    ]
    try await LintedTree.with(files) { try await $0.expect(status: status, []) }
  }

  @Test func settingsCanBeElsewhere() async throws {
    try await LintedTree.with(Self.files.merging(["x.yml": "select: [FS203]\n"]) { $1 }) { tree in
      let outcome = try await tree.lint("--config", "x.yml", "--quiet")
      #expect(outcome.output.split(separator: "\n").count == 2)
      try await tree.expect(status: 2, ["--config", "missing.yml"])
    }
  }

  @Test func originsOfSettingsAreShown() async throws {
    try await LintedTree.with(Self.files) { tree in
      let lines = try await tree.lint("--show-config", "--ignore", "HK101").output
        .split(separator: "\n")
      #expect(lines.count == ConfigurationKey.all.count)
      #expect(lines.contains { $0.hasPrefix("select: ") && $0.hasSuffix("# tie-check.yaml:1:9") })
      #expect(
        lines.contains { $0.hasPrefix("ignore: [\"HK101\"]  ") && $0.hasSuffix("# command line") })
      #expect(lines.contains { $0.hasPrefix("baseline:  ") && $0.hasSuffix("# default") })
    }
  }

  @Test func severalReportsAreWrittenAtOnce() async throws {
    try await LintedTree.with(Self.files) { tree in
      let outcome = try await tree.lint(
        "--output-format", "sarif=a.sarif", "--output-format", "junit=b/c.xml", "--statistics")
      #expect(outcome.status == 1)
      #expect(try tree.text("a.sarif").contains("\"SRCROOT\""))
      let junit = try tree.text("b/c.xml")
      #expect(junit.contains("name=\"DP305 unsorted-dependencies element-deps\""))
      #expect(junit.contains("name=\"README.rst\""))
      #expect(!junit.contains("50-b"))
      #expect(outcome.output.contains("1     DP305 unsorted-dependencies\n"))
      try await tree.expect(status: 2, ["--output-format", "sarif"])
    }
  }
}
