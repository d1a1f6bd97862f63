extension FileSystemDescription {
  /// The names of the FAT file systems, which the kernel mounts as one type.
  static let fatTypes: Set = ["vfat", "fat", "msdos"]

  /// Whether it is a FAT file system, whatever the configuration calls it.
  var isFAT: Bool { Self.fatTypes.contains(type) }

  /// The type as the kernel calls it.
  var kernelType: String { isFAT ? "vfat" : type }
}
