import SystemPackage

/// The disk image of VirtualBox.
package enum VDIOutput: ConvertedDisk {
  package static let key = "vdi"
}
