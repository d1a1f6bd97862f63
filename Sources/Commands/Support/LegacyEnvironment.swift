/// diskimage-builder's names, which its users know, exactly as it has them.
enum LegacyEnvironment {
  /// An element whose name has this in it stands for an image without a disk.
  static let noFinalImage = "no-final-image"
  /// What an image boots with; it needs a layout of the disk.
  static let bootable = "vm"
  /// How elements that give a layout are called.
  static let layoutPrefix = "block-device-"
  /// The operating system where nobody names one.
  static let defaultSystem = "debian-minimal"

  /// Variables of the caller's that are not looked at, because options or the program set them
  /// (dib-contract section 1.3).
  static let discarded = [
    "COMPRESS_IMAGE", "DOCKER_TARGET", "IMAGE_TYPES", "INSTALL_PACKAGES", "LOGFILE", "MKFS_OPTS",
  ]
  /// A variable for the program that compresses archives.
  static let gzip = "DIB_GZIP_BIN"
  /// Variables for commands to run when the image is unmounted.
  static let unmountCommands = ["EXTRA_DETACH", "EXTRA_UNMOUNT"]

  /// The layout for a bootable image that names none (dib-contract section 1.5).
  static func defaultLayout(for architecture: String) -> String {
    layoutPrefix + (["arm64", "aarch64"].contains(architecture) ? "efi" : "mbr")
  }
}
