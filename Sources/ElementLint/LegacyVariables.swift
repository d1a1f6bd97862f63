/// The variables that the builder itself gives to hooks.
enum LegacyVariables {
  /// Those that are set, and not to nothing, in every phase.
  static let always: Set = [
    "ARCH", "DIB_DEBUG_TRACE", "DIB_IMAGE_CACHE", "DIB_LOCKFILES", "DIB_PYTHON_EXEC",
    "DIB_ROOT_FSTYPE", "DIB_ROOT_LABEL", "ELEMENTS_PATH", "FS_TYPE", "HOME", "IMAGE_ELEMENT",
    "IMAGE_ELEMENT_YAML", "IMAGE_NAME", "IMAGE_TYPES", "LC_ALL", "PATH", "PWD", "TMP_BUILD_DIR",
    "TMP_HOOKS_PATH", "TMP_IMAGE_DIR", "TMP_MOUNT_PATH", "_LIB",
  ]

  /// Those that may be set, or to nothing.
  static let sometimes: Set = [
    "DIB_ARGS", "DIB_BLOCK_DEVICE_CONFIG", "DIB_BLOCK_DEVICE_PARAMS_YAML", "DIB_BOOT_LABEL",
    "DIB_CHECKSUM", "DIB_DEFAULT_INSTALLTYPE", "DIB_ENV", "DIB_IMAGE_SIZE", "DIB_MIN_TMPFS",
    "DIB_MOUNTPOINTS", "DIB_NO_TMPFS", "DIB_OFFLINE", "DIB_QUIET", "IMAGE_BLOCK_DEVICE",
    "IMAGE_BLOCK_DEVICES", "IMAGE_TYPE", "OUT_IMAGE_PATH", "PS4", "TARGET_ROOT", "TMPDIR",
    "TMP_DIR", "TMP_IMAGE_PATH", "USER",
  ]

  /// Bash's own.
  static let ofShell: Set = [
    "BASH", "BASHPID", "BASH_ARGC", "BASH_ARGV", "BASH_COMMAND", "BASH_LINENO", "BASH_REMATCH",
    "BASH_SOURCE", "BASH_SUBSHELL", "BASH_VERSINFO", "BASH_VERSION", "COLUMNS", "DIRSTACK",
    "EPOCHREALTIME", "EPOCHSECONDS", "EUID", "FUNCNAME", "GROUPS", "HOSTNAME", "HOSTTYPE", "IFS",
    "LINENO", "LINES", "MACHTYPE", "OLDPWD", "OPTARG", "OPTERR", "OPTIND", "OSTYPE", "PIPESTATUS",
    "PPID", "RANDOM", "REPLY", "SECONDS", "SHELL", "SHELLOPTS", "SHLVL", "TERM", "UID",
  ]

  /// Whether the builder or the shell may set the variable.
  static func isSet(_ name: String) -> Bool {
    always.contains(name) || sometimes.contains(name) || ofShell.contains(name)
  }
}
