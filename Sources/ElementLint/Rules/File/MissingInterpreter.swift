import Diagnostics
import ElementModel

/// Flags hooks whose interpreter is not in the image.
struct MissingInterpreter: FileRule {
  static let metadata = RuleMetadata(
    code: "HK108",
    name: "missing-interpreter",
    severity: .warning,
    rationale: """
      Today's images have no program called `python` or `python2`, and minimal ones get their `python3` in
      `pre-install.d` first. Use `#!/usr/local/bin/dib-python` and the element `dib-python`, or Bash.
      """,
    flagged: [
      ["foo/install.d/50-foo": .executable("«#!/usr/bin/env python»\n")],
      ["foo/install.d/50-foo": .executable("«#!/usr/bin/python2»\n")],
      ["foo/pre-install.d/00-foo": .executable("«#!/usr/bin/env python3»\n")],
    ],
    accepted: [
      ["foo/install.d/50-foo": .executable("#!/usr/local/bin/dib-python\n")],
      ["foo/install.d/50-foo": .executable("#!/usr/bin/env python3\n")],
      ["foo/root.d/50-foo": .executable("#!/usr/bin/env python\n")],
    ],
    suppression: .file)

  func check(_ file: LintedFile) -> [Finding] {
    guard case .hook(let phase) = file.role, phase.runsInChroot, let shebang = file.shebang,
      shebang.isPython, shebang.program != "dib-python"
    else { return [] }
    let isOld = shebang.program == "python" || shebang.program.hasPrefix("python2")
    guard isOld || phase == .preInstall && shebang.isEnv else { return [] }
    let message: Finding.Message =
      isOld
      ? "images have no `\(shebang.program)` any more" : "there may be no Python yet in this phase"
    return [
      finding(
        message, at: file.firstLine, severity: isOld ? .warning : .info,
        hint: "use `#!/usr/local/bin/dib-python`")
    ]
  }
}
