import SystemPackage

/// The disk image of VMware.
package enum VMDKOutput: ConvertedDisk {
  package static let key = "vmdk"
}
