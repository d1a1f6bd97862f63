import Diagnostics
import ElementModel
import SystemPackage

/// Flags shell code that says neither what runs it nor that it is sourced; bashate's rule.
struct SourcedWithoutSuffix: FileRule {
  static let metadata = RuleMetadata(
    code: "E005",
    name: "sourced-without-suffix",
    severity: .info,
    rationale: """
      A script begins with `#!`; a library that is sourced ends in `.sh`. With neither, editors and linters
      have to guess what it is. Files of `environment.d` and `init.d` are known by their place.
      """,
    flagged: [["foo/lib/«foo.bash»": "foo() {\n    date\n}\n"]],
    accepted: [
      ["foo/lib/foo.sh": "foo() {\n    date\n}\n"],
      ["foo/lib/foo.bash": "#!/bin/bash\nfoo() {\n    date\n}\n"],
      ["foo/environment.d/10-foo.bash": "export FOO=1\n"],
    ],
    suppression: .file)

  func check(_ file: LintedFile) -> [Finding] {
    guard file.language == .shell, file.shebang == nil, file.role == .other, !file.isExecutable,
      !file.name.hasSuffix(".sh"), !file.name.hasPrefix("."),
      !file.relativePath.components.contains("init.d")
    else { return [] }
    return [
      finding(
        "shell code has no `#!` line and no suffix `.sh`", at: file.location,
        hint: "begin it with `#!`, or call it `….sh`")
    ]
  }
}
