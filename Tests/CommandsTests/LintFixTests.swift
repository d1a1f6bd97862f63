import Glibc
import Sandbox
import SystemPackage
import TestSupport
import Testing

/// What `lint --fix` and `--diff` do to files.
struct LintFixTests {
  private static let elements: [String: FixtureFile] = [
    "elements/foo/README.rst": "foo\n===\n",
    "elements/foo/element-deps": .text("b\na\n", mode: 0o640),
    "elements/foo/install.d/50-a": "#!/bin/bash\nset -eu -o pipefail\nwhich x",
    "elements/foo/finalize.d/10 ä\"": "#!/bin/bash\ny",
    "elements/a/README.rst": "a\n=\n", "elements/b/README.rst": "b\n=\n",
  ]
  private static let rules = ["DP305", "SH811", "HK101", "HK106", "FS203"].joined(separator: ",")

  @Test func filesAreMendedAndKeepTheirModes() async throws {
    try await LintedTree.with(Self.elements) { tree in
      let first = try await tree.lint("--select", Self.rules, "--fix", "--unsafe-fixes")
      #expect(first.status == 0, "\(first.output)")
      #expect(try tree.text("elements/foo/element-deps") == "a\nb\n")
      #expect(tree.mode("elements/foo/element-deps") == 0o640)
      #expect(tree.mode("elements/foo/install.d/50-a") == 0o755)
      #expect(try tree.text("elements/foo/finalise.d/10 ä\"") == "#!/bin/bash\ny\n")
      let second = try await tree.lint("--select", Self.rules, "--fix", "--unsafe-fixes")
      #expect(second.output.hasPrefix("fixed 0 findings in 0 files\n"))
      #expect(fileNames(in: tree.root.appending("elements/foo")).count == 4)
    }
  }

  @Test(arguments: [["git", "apply"], ["patch", "-p1", "-s", "-i"]])
  func patchChangesWhatFixesChange(_ command: [String]) async throws {
    try await LintedTree.with(Self.elements) { tree in
      let arguments = ["--select", Self.rules, "--unsafe-fixes"]
      let shown = try await tree.lint(arguments + ["--diff", "--output", "x.patch"])
      #expect(shown.status == 1)
      #expect(try tree.text("elements/foo/element-deps") == "b\na\n")
      try runOnHost(["env", "-C", tree.root.string] + command + ["x.patch"])
      let rest = try await tree.lint(arguments + ["--diff"])
      #expect(rest.output == "would fix 0 findings in 0 files\n")
      #expect(rest.status == 0)
    }
  }

  @Test func fileThatMayNotBeWrittenStays() async throws {
    var files = Self.elements
    files["elements/foo/element-deps"] = .text("b\na\n", mode: 0o444)
    try await LintedTree.with(files) { tree in
      let outcome = try await tree.lint("--select", Self.rules, "--fix")
      #expect(outcome.status == 3)
      #expect(outcome.output.contains("elements/foo/element-deps: is read-only\n  hint: "))
      #expect(try tree.text("elements/foo/element-deps") == "b\na\n")
      // What can be mended is mended.
      #expect(tree.mode("elements/foo/install.d/50-a") == 0o755)
    }
  }

  @Test func fileThatAnotherRunHasLockedStays() async throws {
    try await LintedTree.with(Self.elements) { tree in
      let file = try FileDescriptor.open(
        tree.root.appending("elements/foo/element-deps"), .readOnly)
      #expect(flock(file.rawValue, LOCK_EX) == 0)
      let outcome = try await tree.lint("--select", "DP305", "--fix")
      try file.close()
      #expect(outcome.status == 3)
      #expect(outcome.output.contains("is being changed by another run"))
      #expect(try tree.text("elements/foo/element-deps") == "b\na\n")
    }
  }

  @Test func linkedFilesOutsideOfTheElementStay() async throws {
    try await LintedTree.with([
      "elements/foo/element-deps": .symlink("../../list"), "list": "b\na\n",
      "elements/foo/install.d/50-a": .symlink("../../../script"),
      "script": "#!/bin/bash\nwhich x\n",
    ]) { tree in
      _ = try await tree.lint("--fix", "--unsafe-fixes")
      #expect(try tree.text("list") == "b\na\n")
      #expect(try tree.text("script") == "#!/bin/bash\nwhich x\n")
      #expect(tree.mode("script") == 0o644)
    }
  }

  @Test func statusCanTellThatSomethingWasMended() async throws {
    try await LintedTree.with(Self.elements) { tree in
      let rules = ["--select", "DP305", "--fix", "--exit-non-zero-on-fix"]
      try await tree.expect(status: 1, rules)
      try await tree.expect(status: 0, rules)
    }
  }

  @Test func whatIsLeftIsReported() async throws {
    try await LintedTree.with(["foo/element-deps": "b\na\n", "foo/README.rst": "foo\n===\n"]) {
      let outcome = try await $0.lint("foo", "--select", "DP305,DP301", "--fix")
      #expect(outcome.status == 1)
      #expect(outcome.output.contains("fixed 1 finding in 1 file\n"))
      #expect(outcome.output.contains("foo/element-deps:2:1: DP301"))
    }
  }
}

extension LintedTree {
  fileprivate func mode(_ path: String) -> UInt32? {
    FileStatus(root.appending(path))?.mode
  }
}
