import Diagnostics
import ElementModel
import ShellSyntax

/// Flags hooks that change the host's kernel, or leave something mounted.
struct KernelFilesTouched: ElementRule {
  static let metadata = RuleMetadata(
    code: "SH813",
    name: "kernel-files-touched",
    severity: .warning,
    rationale: """
      `/proc` and `/sys` are the build host's, in the chroot as well: what is written there changes the host.
      What a hook mounts and nothing unmounts keeps the image busy when the build ends.
      """,
    flagged: [
      [
        "foo/install.d/50-foo": .executable(
          "#!/bin/bash\necho 1 > «/proc/sys/net/ipv4/ip_forward»\n")
      ],
      ["foo/root.d/50-foo": .executable("#!/bin/bash\n«mount» --bind /foo $BAR\n")],
    ],
    accepted: [
      [
        "foo/root.d/50-foo": .executable("#!/bin/bash\nmount --bind /foo $BAR\n"),
        "foo/cleanup.d/50-foo": .executable("#!/bin/bash\numount $BAR\n"),
      ],
      [
        "foo/root.d/50-foo": .executable("#!/bin/bash\nmount --bind /foo $TARGET_ROOT/foo\n")
      ],
      ["foo/install.d/50-foo": .executable("#!/bin/bash\nmount | cat\ncat /proc/mounts\n")],
      ["foo/root.d/50-foo": .executable("#!/bin/bash\ndate > $TARGET_ROOT/proc/foo\n")],
    ])

  func check(_ element: LintedElement) -> [Finding] {
    element.hooks.flatMap(writes) + openMounts(of: element)
  }

  private func writes(of script: LintedScript) -> [Finding] {
    let files =
      script.syntax.redirections.filter(\.kind.writesFile).compactMap(\.target)
      + script.invocations(of: "tee").flatMap(\.operands)
    return files.filter {
      $0.literalPrefix.hasPrefix("/proc/") || $0.literalPrefix.hasPrefix("/sys/")
    }
    .filter { !$0.literalPrefix.hasPrefix("/proc/self/") && !$0.literalPrefix.hasPrefix("/proc/$") }
    .map {
      finding(
        "this changes the kernel of the build host", at: $0.location,
        hint: "let the image do it when it boots, with a file in `/etc/sysctl.d`")
    }
  }

  private func openMounts(of element: LintedElement) -> [Finding] {
    guard
      !element.scripts.contains(where: { $0.text.contains("umount") || $0.text.contains("unmount") }
      )
    else { return [] }
    return element.hooks.flatMap(mountsOutsideOfTree).map {
      finding(
        "nothing in the element unmounts this", at: $0.word.location,
        hint: "unmount it in a `trap`, or in a later hook")
    }
  }

  /// What is mounted, less what lies in the build tree, where the builder unmounts everything.
  private func mountsOutsideOfTree(_ script: LintedScript) -> [ShellInvocation] {
    let mounts = script.invocations(of: "mount").filter { $0.operands.count > 1 }
    guard !mounts.isEmpty else { return [] }
    let names = BuildTreeNames(script.syntax)
    return mounts.filter { !names.occur(in: $0.command) }
  }
}
