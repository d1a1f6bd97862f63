import Diagnostics
import ElementModel
import ShellSyntax

/// Flags variables that mean something outside the chroot only.
struct HostVariableInChroot: ShellRule {
  static let metadata = RuleMetadata(
    code: "SH808",
    name: "host-variable-in-chroot",
    severity: .error,
    rationale: """
      `TMP_MOUNT_PATH`, `TMP_HOOKS_PATH` and `TMP_BUILD_DIR` are paths on the build host, and
      `TARGET_ROOT` is set in `root.d` and `cleanup.d` only. Inside the chroot the image is `/`, and the
      hooks lie in `/tmp/in_target.d`.
      """,
    flagged: [
      ["foo/install.d/50-foo": .executable("#!/bin/bash\nrm -f «$TARGET_ROOT»/etc/foo\n")]
    ],
    accepted: [
      ["foo/cleanup.d/50-foo": .executable("#!/bin/bash\nsudo rm -f $TARGET_ROOT/etc/foo\n")],
      ["foo/install.d/50-foo": .executable("#!/bin/bash\nrm -f ${TARGET_ROOT:-}/etc/foo\n")],
      [
        "foo/install.d/50-foo": .executable(
          "#!/bin/bash\nTARGET_ROOT=/mnt\nrm -f $TARGET_ROOT/etc/foo\n")
      ],
      ["foo/finalise.d/50-foo": .executable("#!/bin/bash\nblkid $IMAGE_BLOCK_DEVICE\n")],
    ])

  private static let names: Set = [
    "TARGET_ROOT", "TMP_BUILD_DIR", "TMP_HOOKS_PATH", "TMP_MOUNT_PATH",
  ]

  func check(_ script: LintedScript) -> [Finding] {
    guard let phase = script.hookPhase, phase.runsInChroot, !script.takesOverUnknown else {
      return []
    }
    // The block device is known once the file systems are made.
    let foreign = phase == .finalise ? Self.names : Self.names.union(["IMAGE_BLOCK_DEVICE"])
    let assigned = script.variables.assigned
    return script.syntax.expansions
      .filter { foreign.contains($0.name) && !$0.toleratesUnset && !assigned.contains($0.name) }
      .map { expansion in
        finding(
          "`\(expansion.name)` means nothing inside the chroot", at: expansion.location,
          hint: "the image is `/`, the hooks are in `/tmp/in_target.d`")
      }
  }
}
