/// The variables that mean something to the builder itself.
enum BuilderVariables {
  /// Set for the hooks of every build.
  static let provided: Set = [
    "ARCH", "DIB_ARGS", "DIB_BLOCK_DEVICE_PARAMS_YAML", "DIB_BOOT_LABEL", "DIB_CHECKSUM",
    "DIB_DEBUG_TRACE", "DIB_DEFAULT_INSTALLTYPE", "DIB_ENV", "DIB_IMAGE_CACHE", "DIB_LOCKFILES",
    "DIB_MIN_TMPFS", "DIB_MOUNTPOINTS", "DIB_NO_TMPFS", "DIB_OFFLINE", "DIB_PYTHON_EXEC",
    "DIB_ROOT_FSTYPE", "DIB_ROOT_LABEL", "ELEMENTS_PATH", "FS_TYPE", "IMAGE_ELEMENT",
    "IMAGE_ELEMENT_YAML", "IMAGE_NAME", "IMAGE_TYPE",
  ]

  /// Read by the builder's own program.
  static let read: Set = [
    "DIB_BAREMETAL_INITRD_PATTERN", "DIB_BAREMETAL_KERNEL_PATTERN", "DIB_BLOCK_DEVICE",
    "DIB_BLOCK_DEVICE_CONFIG", "DIB_BLOCK_SIZE", "DIB_GZIP_BIN", "DIB_IMAGE_EXTRA_SIZE",
    "DIB_IMAGE_SIZE", "DIB_JOURNAL_SIZE", "DIB_NO_TIMESTAMP",
    "DIB_PYTHON_LOGGING_CONFIG_FILE", "DIB_QUIET", "DIB_SHOW_IMAGE_USAGE",
    "DIB_SHOW_IMAGE_USAGE_FULL",
  ]

  /// Whether the name means something to the builder, or to elements that every build knows by the
  /// name of an element or a repository.
  static func contains(_ name: String) -> Bool {
    provided.contains(name) || read.contains(name)
      || prefixes.contains { name.hasPrefix($0) && name.count > $0.count }
  }

  /// What the names of elements and repositories are appended to.
  private static let prefixes = [
    "DIB_INSTALLTYPE_", "DIB_REPOLOCATION_", "DIB_REPOREF_", "DIB_REPOTYPE_",
  ]
}
