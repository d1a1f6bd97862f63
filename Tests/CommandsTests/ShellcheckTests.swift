import Diagnostics
import ElementLint
import Sandbox
import SystemPackage
import TestSupport
import Testing

@testable import Commands

/// The installed shellcheck, and what stands in its place.
struct ShellcheckTests {
  private static let isInstalled = ConditionTrait.enabled("needs shellcheck") {
    (try? await CommandRunner().run(Command("shellcheck", ["--version"])))?.isSuccess ?? false
  }

  private func lint(
    _ files: [String: FixtureFile], with program: String = "shellcheck"
  ) async throws -> [String] {
    try await withElements(files) { tree in
      let others: [Linter.ShellLinter] = [
        { try await Shellcheck(program: program).findings(in: $0) }
      ]
      return try await Linter(RuleSelection(select: ["HK101"]))
        .outcome(of: tree, only: .everything, with: others).findings
        .map { "\($0.location.path.lastComponent?.string ?? ""): \($0.rule)" }
    }
  }

  @Test(isInstalled) func findingsOfShellcheckAreMerged() async throws {
    let found = try await lint([
      "foo/install.d/10-a": .executable("#!/bin/bash\ncat $1\n"),
      "foo/install.d/20-b": .text("#!/bin/sh\n[[ -e a ]]\n"),
      "foo/install.d/30-c": .executable("#!/bin/bash\ncat $1 # tie-check: disable=SC2086\n"),
      "foo/install.d/40-d": .executable("#!/bin/bash\n# shellcheck disable=SC2086\ncat $1\n"),
      "foo/environment.d/10-e": "export A=1\n",
    ])
    #expect(found == ["10-a: SC2086", "20-b: HK101", "20-b: SC3010"])
  }

  @Test(isInstalled) func manyScriptsAreSharedOut() async throws {
    let files = (100..<250).map {
      ("foo/install.d/\($0)-a", FixtureFile.executable("#!/bin/bash\ncat $1\n"))
    }
    let found = try await lint(Dictionary(uniqueKeysWithValues: files))
    #expect(found == (100..<250).map { "\($0)-a: SC2086" })
  }

  @Test func missingShellcheckIsAnErrorWithAWayOut() async throws {
    await #expect {
      _ = try await lint(
        ["foo/install.d/10-a": .executable("#!/bin/bash\n")], with: "no-shellcheck")
    } throws: { error in
      let error = error as? InputError
      return error?.message == "`no-shellcheck` is not installed"
        && error?.hint?.contains("--with shellcheck") ?? false
    }
  }

  @Test(arguments: ["false", "echo"])
  func otherProgramInItsPlaceIsAnError(_ program: String) async throws {
    await #expect(throws: InputError.self) {
      _ = try await lint(["foo/install.d/10-a": .executable("#!/bin/bash\n")], with: program)
    }
  }

  @Test func nothingIsRunWithoutScripts() async throws {
    #expect(try await lint(["foo/element-deps": ""], with: "no-shellcheck") == [])
  }
}
