import SystemPackage

/// QEMU's disk image.
///
/// Compressed with Zstandard, which takes a seventh of zlib's time and which QEMU reads from 5.1, of
/// 2020. Older readers want `compression_type=zlib`, or the older format `compat=0.10`, which knows no
/// other.
package enum QCOW2Output: ConvertedDisk {
  package static let key = "qcow2"

  package static func arguments(_ options: ImageOptions) -> [String] {
    // Several workers, whose pieces may be written out of order: as much faster as there are cores.
    let wanted = [options.qemuOptions, compression(options)].filter { !$0.isEmpty }
    return (options.isCompressed ? ["-c", "-m", "8", "-W"] : [])
      + (wanted.isEmpty ? [] : ["-o", wanted.joined(separator: ",")])
  }

  /// The option for the kind of compression, where the user has not chosen it.
  private static func compression(_ options: ImageOptions) -> String {
    let isChosen = options.qemuOptions.split(separator: ",").contains { option in
      option.hasPrefix("compression_type=") || ["compat=0.10", "compat=v2"].contains(option)
    }
    return options.isCompressed && !isChosen ? "compression_type=zstd" : ""
  }
}
