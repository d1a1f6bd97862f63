import SystemPackage

/// The command that runs a hook the way `dib-run-parts` does (dib-contract section 6): all files of
/// `environment.d` are sourced into one bash with `-e -u -o pipefail`, then the hook is executed.
struct HookCommand {
  let arguments: [String]

  /// The command for `hook` in the hook tree that is mounted at `tree`.
  init(_ hook: HookRun, in tree: FilePath) {
    let directory = tree.appending("environment.d")
    self.init(
      executing: [tree.appending(hook.path).string],
      sourcing: hook.environmentFiles.map { directory.appending($0) })
  }

  /// The command that sources `files` in order and then becomes `command`.
  init(executing command: [String], sourcing files: [FilePath]) {
    guard !files.isEmpty else {
      arguments = command
      return
    }
    arguments =
      ["/bin/bash", "-c", Self.script, "dib-run-parts", "\(files.count)"]
      + files.map(\.string) + command
  }

  /// A file may end with `return`, which ends its own sourcing only. The names are such that no
  /// file sets them.
  private static let script = """
    set -eu -o pipefail
    _tie_check_files=("${@:2:$1}")
    _tie_check_command=("${@:2+$1}")
    set --
    for _tie_check_file in "${_tie_check_files[@]}"; do
        source "$_tie_check_file"
    done
    exec "${_tie_check_command[@]}"
    """
}
