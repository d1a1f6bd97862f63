extension Facts {
  static let pipeline = [
    Fact(67, "phases run in the documented order", section: "7.1"),
    Fact(68, "TARGET_ROOT is set in root.d and cleanup.d only", section: "7.2"),
    Fact(69, "the install type is there from extra-data.d on", section: "5"),
    Fact(
      70, "DIB_IMAGE_SIZE is in KiB from block-device.d on", section: "7.5"),
    Fact(
      71, "IMAGE_BLOCK_DEVICE and IMAGE_BLOCK_DEVICES are there from pre-finalise.d on",
      section: "7.5",
      .superset("Where no hook asks for a device, the disk is made from the finished tree.")),
    Fact(72, "in the target HOME is /root, TMPDIR and VIRTUAL_ENV are unset", section: "7.4"),
    Fact(73, "the target's PATH has nothing of the host's", section: "7.4"),
    Fact(
      74, "the hook tree is at /tmp/in_target.d, read-only, and gone afterwards", section: "7.3"),
    Fact(
      75, "the target has proc, dev, devpts and a read-only sysfs, and nothing on /run",
      section: "7.3"),
    Fact(76, "root.d runs before the kernel's file systems are mounted", section: "7.2"),
    Fact(77, "bind mounts of hooks last until post-root.d", section: "7.1"),
    Fact(78, "during the build resolv.conf is the host's", section: "7.1"),
    Fact(79, "resolv.conf.ORIG, which hooks may edit, comes back", section: "7.1"),
    Fact(80, "a resolv.conf that a hook makes a link stays, and ORIG goes", section: "7.1"),
    Fact(81, "a tree without a resolv.conf ends without one", section: "7.1"),
    Fact(82, "/tmp, the logs and root's log files are emptied", section: "7.1"),
    Fact(
      83, "a tree without /var/log is no error", section: "7.1",
      .superset("In the reference the build fails at its end.")),
    Fact(
      84, "hidden files at the top of the tree are kept", section: "7.1",
      .superset(
        """
        The reference loses `/.autorelabel` and the like when it moves the tree to its disk, because \
        a shell pattern does not match them.
        """)),
    Fact(85, "a root.d that deploys nothing is status 1", section: "7.1"),
    Fact(86, "breaks around a host phase fire even if nobody has hooks for it", section: "7.6"),
    Fact(87, "after an error in the target break_cmd runs, there or outside", section: "7.6"),
    Fact(88, "packages of -p come between install.d and post-install.d", section: "7.1"),
    Fact(89, "working directories are removed after success and after failure", section: "7.7"),
    Fact(
      90, "builds need no tmpfs; its options are accepted", section: "7.1",
      .superset(
        """
        The reference mounts one where the host has twice `DIB_MIN_TMPFS` of memory. Here the layers \
        that a build writes are kept for the next one, so they lie on disk.
        """)),
  ]
}
