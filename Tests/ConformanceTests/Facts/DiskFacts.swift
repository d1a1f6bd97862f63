extension Facts {
  static let disks = [
    Fact(
      115, "the caller's configuration wins over the elements', by architecture or default",
      section: "11.1"),
    Fact(
      116, "nested modules are lifted out, children first, and named after what they stand on",
      section: "11.2"),
    Fact(
      117, "mkfs_root takes type, options and label from the build where it has none",
      section: "11.4"),
    Fact(118, "sizes have binary or decimal units, which are case-sensitive", section: "11.3"),
    Fact(119, "a GPT is what sgdisk makes of the same partitions", section: "11.3"),
    Fact(
      120, "an MBR is the reference's to the byte, but for the random identity", section: "11.3"),
    Fact(121, "labels have the length that their file system allows, and differ", section: "11.3"),
    Fact(122, "no two nodes have one name, and no two mounts one place", section: "11.2"),
    Fact(123, "fstab names labels, in the order of mounting, swap last", section: "11.3"),
    Fact(
      124, "LVM is made in order, volumes in whole extents, thin ones by -V", section: "11.3"),
    Fact(
      125, "getval tells labels before, and devices after create", section: "11.5"),
    Fact(126, "a disk is as large as the documented rules say", section: "11.7"),
    Fact(127, "block-device-efi adds 525 MiB even to a size that was given", section: "11.7"),
    Fact(
      128, "ext4 has an inode in 4 KiB, a journal of 64 MiB and the label cloudimg-rootfs",
      section: "11.7"),
  ]
}
