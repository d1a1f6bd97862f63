import Diagnostics
import ElementLint
import TestSupport
import Testing

/// What dib-lint finds, `tie-check lint` finds.
@Suite struct LintFactTests {
  private static let options = "set -eu\nset -o pipefail\n"
  private static let trace = "if [ ${DIB_DEBUG_TRACE:-0} -gt 0 ]; then\n    set -x\nfi\n"

  private static func hook(_ text: String) -> FixtureFile {
    .executable("#!/bin/bash\n\(options)\(trace)\(text)")
  }

  /// An element in which nothing is to be found.
  private static let sound: [String: FixtureFile] = [
    "README.rst": "test\n====\n",
    "element-deps": "a\nb\npackage-installs\npkg-map\nsource-repositories\n",
    "environment.d/10-test": "export A=1\n",
    "root.d/10-test": hook("sudo touch \"$TARGET_ROOT/x\"\n"),
    "install.d/10-test": hook("value=$(true)\nexport value\ntype true\n"),
    "package-installs.yaml": "vim:\n", "pkg-map": "{\"default\": {\"vim\": \"vim\"}}\n",
    "source-repository-test": "test git /opt/test https://example.org/test v1\n",
  ]

  /// A rule of dib-lint: the one that has its place, and a file that breaks it.
  private static let broken: [(rule: String, file: String, content: FixtureFile?)] = [
    ("missing-readme", "README.rst", nil),
    (
      "unterminated-repository-row", "source-repository-test",
      "test git /opt/test https://example.org/test v1"
    ),
    ("hook-not-executable", "install.d/10-test", .text("#!/bin/bash\n\(options)\(trace)")),
    ("script-not-executable", "bin/tool", .text("#!/bin/bash\n\(options)\(trace)")),
    ("indent-not-multiple-of-four", "install.d/10-test", hook("if true; then\n  true\nfi\n")),
    ("unsorted-dependencies", "element-deps", "b\na\n"),
    (
      "unusual-bash-shebang", "install.d/10-test",
      .executable("#!/usr/bin/env bash\n\(options)\(trace)")
    ),
    (
      "missing-errexit", "install.d/10-test",
      .executable("#!/bin/bash\nset -u\nset -o pipefail\n\(trace)")
    ),
    (
      "missing-nounset", "install.d/10-test",
      .executable("#!/bin/bash\nset -e\nset -o pipefail\n\(trace)")
    ),
    ("missing-pipefail", "install.d/10-test", .executable("#!/bin/bash\nset -eu\n\(trace)")),
    ("no-debug-trace", "install.d/10-test", .executable("#!/bin/bash\n\(options)")),
    ("options-in-environment-file", "environment.d/10-test", "set -x\nexport A=1\n"),
    ("executable-environment-file", "environment.d/10-test", .executable("export A=1\n")),
    ("masked-exit-status", "install.d/10-test", hook("export VALUE=$(true)\n")),
    ("sudo-on-host", "root.d/10-test", hook("sudo touch /x\n")),
    ("which-command", "install.d/10-test", hook("which true\n")),
    ("shell-tab-indent", "install.d/10-test", hook("if true; then\n\ttrue\nfi\n")),
    ("tab-indent", "README.rst", "test\n====\n\n \ttext\n"),
    ("missing-final-newline", "README.rst", "test\n===="),
    ("markdown-document", "notes.md", "text\n"),
    ("unparsable-yaml", "static/etc/test.yaml", "a: [\n"),
    ("unreadable-package-file", "pkg-map", "{\n"),
  ]

  private func rules(in files: [String: FixtureFile]) async throws -> Set<String> {
    var all: [String: FixtureFile] = [:]
    for name in ["a", "b", "package-installs", "pkg-map", "source-repositories"] {
      all["\(name)/README.rst"] = "\(name)\n===================\n"
    }
    for (path, file) in files { all["test/\(path)"] = file }
    return try await withElements(all) { tree in
      Set(await Linter().lint(tree).map(\.name))
    }
  }

  @Test("C136 what dib-lint finds is found, and nothing in what it accepts") func c136()
    async throws
  {
    #expect(try await rules(in: Self.sound) == [])
    for (rule, file, content) in Self.broken {
      var files = Self.sound
      files[file] = content
      #expect(try await rules(in: files).contains(rule), "\(rule)")
    }
  }
}
