import SystemPackage

extension DiskLayout {
  /// The text of `/etc/fstab`, in the order of mounting.
  package var fileSystemTable: String {
    fileSystems.compactMap { fileSystem in
      fileSystem.entry.map { entry in
        """
        LABEL=\(fileSystem.label) \(fileSystem.mountPoint?.string ?? "none") \(fileSystem.type) \
        \(entry.options) \(entry.dumpFrequency) \(entry.checkPass)\n
        """
      }
    }.joined()
  }
}
