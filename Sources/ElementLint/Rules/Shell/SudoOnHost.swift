import Diagnostics
import ElementModel
import ShellSyntax

/// Flags `sudo` outside the chroot that names nothing of the image.
struct SudoOnHost: ShellRule {
  static let metadata = RuleMetadata(
    code: "SH806",
    name: "sudo-on-host",
    severity: .warning,
    rationale: """
      Hooks of this phase run on the build host. `sudo` is there to reach into the image, so one of
      its operands should lie below `$TMP_MOUNT_PATH` or `$TARGET_ROOT`; a command that names neither
      most likely changes the host: with a forgotten prefix, `sudo rm` deletes the host's files.
      """,
    flagged: [
      ["foo/cleanup.d/50-foo": .executable("#!/bin/bash\n«sudo» rm -f /etc/ssh/ssh_host_key\n")],
      ["foo/root.d/50-foo": .executable("#!/bin/bash\necho /etc/foo | xargs -r «sudo» rm\n")],
    ],
    accepted: [
      ["foo/cleanup.d/50-foo": .executable("#!/bin/bash\nsudo rm -f $TARGET_ROOT/etc/foo\n")],
      [
        "foo/cleanup.d/50-foo": .executable(
          "#!/bin/bash\nkeys=$TARGET_ROOT/etc/ssh\nsudo rm -f $keys/ssh_host_key\n")
      ],
      [
        "foo/root.d/50-foo": .executable("#!/bin/bash\nfind $TARGET_ROOT | xargs sudo rm\n")
      ],
      ["foo/root.d/50-foo": .executable("#!/bin/bash\ncommand -v sudo\n")],
      ["foo/finalise.d/50-foo": .executable("#!/bin/bash\nsudo rm -f /etc/foo\n")],
    ],
    legacyNames: ["safe_sudo"])

  func check(_ script: LintedScript) -> [Finding] {
    guard let phase = script.phase, !phase.runsInChroot else { return [] }
    let calls = script.invocations(of: "sudo")
    guard !calls.isEmpty else { return [] }
    let names = BuildTreeNames(script.syntax)
    return
      calls
      .filter { !names.occur(in: $0.command) && !names.occur(upstreamOf: $0.command) }
      .map { sudo in
        finding(
          "`sudo` on the build host names nothing of the image", at: sudo.word.location,
          hint: "use a path below `$TMP_MOUNT_PATH` or `$TARGET_ROOT`, or drop `sudo`")
      }
  }
}
