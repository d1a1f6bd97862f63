import SystemPackage

/// The disk image of Virtual PC, its size rounded up to cylinders.
package enum VPCOutput: ConvertedDisk {
  package static let key = "vpc"
}
