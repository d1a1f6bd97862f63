import SystemPackage

/// The disk image of Hyper-V.
package enum VHDXOutput: ConvertedDisk {
  package static let key = "vhdx"
}
