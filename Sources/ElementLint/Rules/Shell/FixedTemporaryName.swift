import Diagnostics
import ShellSyntax

/// Flags files in `/tmp` that anyone can guess.
struct FixedTemporaryName: ShellRule {
  static let metadata = RuleMetadata(
    code: "SH810",
    name: "fixed-temporary-name",
    severity: .warning,
    rationale: """
      Hooks of this phase run on the build host, whose `/tmp` belongs to everybody: a second build, or a
      link that somebody put there first, gets what the hook writes. Use `mktemp`, or `$TMP_BUILD_DIR`.
      """,
    flagged: [
      ["foo/root.d/50-foo": .executable("#!/bin/bash\ndate > «/tmp/foo»\nmkdir «/tmp/bar»\n")]
    ],
    accepted: [
      ["foo/root.d/50-foo": .executable("#!/bin/bash\nfoo=$(mktemp)\ndate > $foo\n")],
      ["foo/install.d/50-foo": .executable("#!/bin/bash\ndate > /tmp/foo\n")],
      ["foo/root.d/50-foo": .executable("#!/bin/bash\nmktemp -d /tmp/foo.XXXX\n")],
    ])

  private static let writing = ["cp", "ln", "mkdir", "mv", "rsync", "tee", "touch"]

  func check(_ script: LintedScript) -> [Finding] {
    guard script.isOnHost, script.text.contains("/tmp/") else { return [] }
    let written = script.syntax.redirections.filter(\.kind.writesFile).compactMap(\.target)
    return (written + script.invocations(of: Self.writing).flatMap(targets))
      .filter { $0.literalPrefix.hasPrefix("/tmp/") && $0.isLiteral }
      .map { word in
        finding(
          "anyone can guess this name in the build host's `/tmp`", at: word.location,
          hint: "use `mktemp` or `$TMP_BUILD_DIR`")
      }
  }

  /// What a program writes: all its operands, or the last.
  private func targets(of invocation: ShellInvocation) -> [ShellWord] {
    let isCreated = ["mkdir", "tee", "touch"].contains(invocation.name)
    return isCreated ? invocation.operands : Array(invocation.operands.suffix(1))
  }
}
