import SystemPackage

/// The disk image of Xen, a dynamic VHD.
package enum VHDOutput: ConvertedDisk {
  package static let key = "vhd"
  package static let driver = "vpc"

  /// The disk's size is kept to the byte, and not rounded to cylinders.
  package static func arguments(_ options: ImageOptions) -> [String] {
    ["-o", "subformat=dynamic,force_size=on"]
  }
}
