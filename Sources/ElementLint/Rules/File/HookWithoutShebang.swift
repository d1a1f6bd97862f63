import Diagnostics

/// Flags hooks that do not say what runs them.
struct HookWithoutShebang: FileRule {
  static let metadata = RuleMetadata(
    code: "HK107",
    name: "hook-without-shebang",
    severity: .error,
    rationale: """
      Without `#!` as its first two bytes the kernel cannot run a script; whether and in which shell
      it runs then depends on the program that starts it.
      """,
    flagged: [
      ["foo/install.d/«50-foo»": .executable("echo foo\n")],
      ["foo/install.d/«50-foo»": .executable("\n#!/bin/bash\n")],
    ],
    accepted: [
      ["foo/install.d/50-foo": .executable("#!/bin/bash\n")],
      ["foo/install.d/50-foo": .executable("\u{7F}ELF\0\0\0")],
    ],
    suppression: .file)

  func check(_ file: LintedFile) -> [Finding] {
    guard file.isRunnableHook, let text = file.text, file.shebang == nil,
      !text.startsWithByteOrderMark
    else {
      return []
    }
    return [
      finding("hook has no `#!` line", at: file.location, hint: "begin it with `#!/bin/bash`")
    ]
  }
}
