import Sandbox
import SystemPackage
import TestSupport
import Testing

/// What `tie-check check` tells when a run does not go as planned.
@Suite(.requires(.root), .serialized) struct CheckCommandTests {
  private static let base: [String: FixtureFile] = fakeOperatingSystem.merging([
    "foo/element-deps": "fake-os\n"
  ]) { $1 }

  @Test func casesThatWereNotStartedAreInTheReport() async throws {
    let failing = "assert: {command: {\"false\": {exit-status: 0}}}\n"
    try await check(
      ["foo/tests/a.yaml": .text(failing), "foo/tests/b.yaml": ""], "--fail-fast", "--jobs", "1"
    ) {
      run in
      #expect(run.status == 1)
      #expect(run.cases.first { $0.name == "b" }?.verdict == .skipped)
      #expect(run.report.contains("another case had failed"))
      #expect(run.report.contains("elements-path"))
      #expect(run.text(of: "a: command false: exit-status").contains("log: report/logs/foo/a.log"))
    }
  }

  @Test func hookThatBreaksItsSandboxIsNamed() async throws {
    let hook: FixtureFile = .executable("#!/bin/bash\nmount -o remount,ro /\n")
    try await check(["foo/install.d/50-read-only": hook]) { run in
      #expect(run.status == 1)
      #expect(
        run.text(of: "default").hasPrefix("the sandbox of `install.d/50-read-only` failed: "))
    }
  }

  @Test func missingInterpreterIsNamed() async throws {
    try await check(["foo/tests/run": .executable("#!/usr/bin/no-such\n")]) { run in
      #expect(run.status == 1)
      #expect(run.text(of: "run").contains("`run` needs `/usr/bin/no-such`"))
    }
  }

  @Test func unknownElementOfACaseHasItsLine() async throws {
    try await check(["foo/tests/a.yaml": "elements:\n- fake-os\n- fooo\n"]) { run in
      #expect(run.status == 1)
      #expect(run.text(of: "a").contains("foo/tests/a.yaml:3:3"))
      #expect(run.text(of: "a").contains("did you mean `foo`?"))
    }
  }

  @Test func unknownBaseIsAnErrorOfTheArguments() async throws {
    try await check([:], "--base", "fake-so") { run in
      #expect(run.status == 2)
      #expect(run.output.contains("did you mean `fake-os`?"))
    }
  }

  @Test func reportThatCannotBeWrittenStopsTheRunAtOnce() async throws {
    try await withTree(Self.base.merging(["report": "a file\n"]) { $1 }) { tree in
      let outcome = try await BuiltProgram.run(
        ["foo", "--base", "fake-os", "--report", "report"],
        ["TIE_CHECK_CACHE": Checkout.layers.string, "ELEMENTS_PATH": "."], in: tree)
      #expect(outcome.status == 3)
      #expect(outcome.output.contains("cannot write `\(tree)/report`"))
      #expect(!outcome.output.contains("install.d"))
    }
  }

  @Test func summaryIsPrintedEvenIfTheReportIsLost() async throws {
    // The report is made a directory by a hook of the build, which runs on the host.
    let hook: FixtureFile = .executable("#!/bin/bash\nmkdir -p \"$REPORT/junit.xml\"\n")
    try await check(["foo/root.d/90-break": hook]) { run in
      #expect(run.status == 3)
      #expect(run.output.contains(" passed"))
      #expect(run.output.contains("junit.xml"))
    }
  }

  @Test func logThatCannotBeWrittenIsAWarning() async throws {
    try await check(["report/logs": "a file\n"]) { run in
      #expect(run.output.contains("no full log: cannot write `"))
      #expect(!run.cases.isEmpty)
    }
  }

  /// How a run of the program ended, and what it left.
  private struct Run {
    let status: Int32
    let output: String
    let folder: FilePath

    var cases: [JUnitCase] { (try? JUnitCase.read(folder.appending("junit.xml"))) ?? [] }

    var report: String {
      String(
        decoding: (try? folder.appending("report.json").contents()) ?? [], as: UTF8.self)
    }

    /// Message and text of the failed case of that name.
    func text(of name: String) -> String {
      for result in cases where result.name == name {
        if case .failed(let message, let text) = result.verdict { return "\(message)\n\(text)" }
      }
      return ""
    }
  }

  /// Checks `foo` on the fake operating system in a folder that holds both.
  private func check(
    _ files: [String: FixtureFile], _ arguments: String..., body: (Run) throws -> Void
  ) async throws {
    try await withTree(Self.base.merging(files) { $1 }) { tree in
      let report = tree.appending("report")
      let outcome = try await BuiltProgram.run(
        ["test", "foo", "--base", "fake-os", "--report", "report"] + arguments,
        [
          "TIE_CHECK_CACHE": Checkout.layers.string, "ELEMENTS_PATH": ".",
          "REPORT": report.string,
        ], in: tree)
      try body(Run(status: outcome.status, output: outcome.output, folder: report))
    }
  }
}
