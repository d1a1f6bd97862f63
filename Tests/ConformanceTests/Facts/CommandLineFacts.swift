extension Facts {
  static let commandLine = [
    Fact(1, "no element is status 1", section: "1.6"),
    Fact(2, "help and version are printed on standard output, with status 0", section: "1.2"),
    Fact(3, "an unknown option is status 1", section: "1.6"),
    Fact(4, "options may follow elements and be abbreviated", section: "1.2"),
    Fact(5, "the last -t counts", section: "1.2"),
    Fact(6, "-p accumulates, and splits at commas", section: "1.2"),
    Fact(
      7, "--image-extra-size and --mkfs-journal-size are options", section: "1.2",
      .superset("The reference documents both and refuses them.")),
    Fact(
      8, "-c builds with an empty environment", section: "1.2",
      .superset("In the reference the option always ends with status 1.")),
    Fact(9, "with one type its suffix is taken off the name", section: "1.6"),
    Fact(10, "with two types a suffix stays", section: "1.6"),
    Fact(11, "tgz leaves no tar behind", section: "1.6"),
    Fact(12, "docker without a target is status 1", section: "1.6"),
    Fact(13, "a missing qemu-img is status 1 before anything is built", section: "1.6"),
    Fact(
      14, "a missing fstrim is no error", section: "1.6",
      .superset(
        "It is asked for only where hooks wrote to the disk itself; else disks are sparse anyway.")),
    Fact(
      15, "the architecture is what dpkg says, else what uname says in Debian's words",
      section: "1.4"),
    Fact(16, "vm brings block-device-mbr, or block-device-efi on arm64", section: "1.5"),
    Fact(17, "vm with a layout of its own brings no other", section: "1.5"),
    Fact(18, "base comes first unless -n is given, for ramdisks too", section: "1.5"),
    Fact(19, "for a ramdisk its element comes first", section: "1.5"),
    Fact(20, "elements of IMAGE_ELEMENT come before those that are named", section: "1.5"),
    Fact(21, "MKFS_OPTS of the caller counts for nothing", section: "1.3"),
    Fact(22, "DIB_ARGS and DIB_ENV are as the caller gave them", section: "1.1"),
    Fact(23, "a hook's exit status becomes the program's", section: "1.7"),
  ]
}
