/// The variables that the builder gives to hooks, or reads.
enum BuilderVariables {
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

  /// Read by the builder's own program.
  static let read: Set = [
    "DIB_BAREMETAL_INITRD_PATTERN", "DIB_BAREMETAL_KERNEL_PATTERN", "DIB_BLOCK_DEVICE",
    "DIB_BLOCK_DEVICE_CONFIG", "DIB_BLOCK_SIZE", "DIB_GZIP_BIN", "DIB_IMAGE_EXTRA_SIZE",
    "DIB_IMAGE_SIZE", "DIB_JOURNAL_SIZE", "DIB_NO_TIMESTAMP",
    "DIB_PYTHON_LOGGING_CONFIG_FILE", "DIB_QUIET", "DIB_SHOW_IMAGE_USAGE",
    "DIB_SHOW_IMAGE_USAGE_FULL",
  ]

  /// Whether the builder or the shell may set the variable for a hook.
  static func isSet(_ name: String) -> Bool {
    always.contains(name) || sometimes.contains(name) || BashVariables.all.contains(name)
  }

  /// Whether the name means something to the builder, or to elements that every build knows by the
  /// name of an element or a repository.
  static func contains(_ name: String) -> Bool {
    always.contains(name) || sometimes.contains(name) || read.contains(name)
      || prefixes.contains { name.hasPrefix($0) && name.count > $0.count }
  }

  /// What the names of elements and repositories are appended to.
  private static let prefixes = [
    "DIB_INSTALLTYPE_", "DIB_REPOLOCATION_", "DIB_REPOREF_", "DIB_REPOTYPE_",
  ]
}
