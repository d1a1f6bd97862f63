import SystemPackage

/// QEMU's disk image.
///
/// Compressed with zlib, which every reader knows. Zstandard takes a seventh of the time and QEMU 5.1
/// to read: the option `compression_type=zstd`.
package enum QCOW2Output: ConvertedDisk {
  package static let key = "qcow2"

  package static func arguments(_ options: ImageOptions) -> [String] {
    // Several workers, whose pieces may be written out of order: as much faster as there are cores.
    (options.isCompressed ? ["-c", "-m", "8", "-W"] : [])
      + (options.qemuOptions.isEmpty ? [] : ["-o", options.qemuOptions])
  }
}
