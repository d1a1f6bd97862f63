import Diagnostics
import ElementLint
import ElementModel
import TestSupport
import Testing

/// Other linters that take part.
struct ForeignFindingTests {
  /// One that finds something in the second line of each script.
  private static let other: Linter.ShellLinter = { files in
    files.map { file in
      Finding(
        rule: "SC2086", name: "other", severity: .info, message: "\(file.shell)",
        location: SourceLocation(file.path, line: 2))
    }
  }

  private func shells(
    _ files: [String: FixtureFile], _ selection: RuleSelection = .standard
  ) async throws -> [String] {
    try await withElements(files) { tree in
      try await Linter(selection).outcome(of: tree, only: .everything, with: [Self.other]).findings
        .filter { $0.rule == "SC2086" }.map(\.message.text)
    }
  }

  @Test func otherLintersGetEachScriptWithItsShell() async throws {
    let found = try await shells([
      "a/environment.d/10-a": "export A=1\n", "a/install.d/10-a": .executable("#!/bin/sh\n"),
      "a/install.d/20-a": .executable("#!/bin/bash -e\n"), "a/pkg-map": "{}\n",
      "a/root.d/10-a": .executable("#!/usr/bin/env dash\n"), "a/static/a.sh": "date\n",
    ])
    #expect(found == ["bash", "sh", "bash", "dash", "bash"])
  }

  @Test(arguments: [
    "date  # tie-check: disable=SC2086", "date # tie-check: disable=SH801,SC2086 why",
  ])
  func commentSilencesAnotherLintersCode(_ line: String) async throws {
    let text: FixtureFile = .executable("#!/bin/bash\n\(line)\n")
    #expect(try await shells(["a/install.d/10-a": text]) == [])
    #expect(try await findings("TC101", in: ["a/install.d/10-a": text]) == [])
  }

  @Test func anotherLintersCodeCanBeIgnored() async throws {
    let files: [String: FixtureFile] = ["a/install.d/10-a": .executable("#!/bin/bash\n")]
    #expect(try await shells(files, RuleSelection(ignore: ["SC2086"])) == [])
    #expect(try await shells(files, RuleSelection(ignore: ["SC"])) == [])
    #expect(
      try await shells(files, RuleSelection(select: ["SC2086"], ignore: ["SC20"])) == ["bash"])
    #expect(try await shells(files, RuleSelection(select: ["HK"])) == ["bash"])
  }

  @Test func failureOfAnotherLinterIsPassedOn() async throws {
    await #expect(throws: InputError.self) {
      try await withElements(["a/element-deps": ""]) { tree in
        _ = try await Linter().outcome(
          of: tree, only: .everything, with: [{ _ in throw InputError("no") }])
      }
    }
  }
}
