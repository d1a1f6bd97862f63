import SystemPackage

/// The command that runs a hook the way `dib-run-parts` does (dib-contract section 6): all files of
/// `environment.d` are sourced into one bash with `-e -u -o pipefail`, then the hook is executed.
struct HookCommand {
  let arguments: [String]

  /// The command for `hook` in the hook tree that is mounted at `tree`.
  init(_ hook: HookRun, in tree: FilePath) {
    let path = tree.appending(hook.path).string
    guard !hook.environmentFiles.isEmpty else {
      arguments = [path]
      return
    }
    let directory = tree.appending("environment.d")
    arguments =
      ["/bin/bash", "-c", Self.script, "dib-run-parts", path]
      + hook.environmentFiles.map { directory.appending($0).string }
  }

  /// A file may end with `return`, which ends its own sourcing only.
  private static let script = """
    set -eu -o pipefail
    hook=$1
    shift
    for file; do
        source "$file"
    done
    exec "$hook"
    """
}
