extension Facts {
  static let outputs = [
    Fact(
      129, "a tar has no proc and sys, and of dev what the image has", section: "12",
      .superset("The reference also puts the host's devices in.")),
    Fact(
      130, "tar,tgz gives both", section: "12", .superset("The reference removes the tar.")),
    Fact(
      131, "squashfs is made wherever it stands in the list, as .squash", section: "12",
      .superset("The reference leaves it out unless it is the first, and says nothing.")),
    Fact(
      132, "qcow2 is compressed unless -u is given", section: "12",
      .superset("In the reference another disk format earlier in the list turns it off, too.")),
    Fact(
      133, "an older image is renamed with its checksums, unless it is to be overwritten",
      section: "12"),
    Fact(
      134, "files have the checksums that DIB_CHECKSUM names", section: "12",
      .superset("The reference leaves out those that it does not convert, such as tar.")),
    Fact(135, "an element named like no-final-image leaves out the disk only", section: "12"),
  ]

  static let others = [
    Fact(
      136, "what dib-lint finds is found, and nothing in what it accepts", section: "14",
      .differs(
        "The style of Python files is left to flake8, which dib-lint runs; all other rules hold.")),
    Fact(
      137, "a test element that touches dib-test-should-fail is expected to fail", section: "15",
      .differs(
        """
        Cases say `expect: {failure: message}`, which works in every phase and looks at the message; \
        the marker file is not looked at.
        """)),
    Fact(138, "the files and functions of $_LIB can be used", section: "8"),
    Fact(139, "DIB_PYTHON_EXEC imports diskimage_builder.logging_config", section: "8"),
    Fact(
      140, "the tree of ubuntu-minimal, vm and block-device-efi is the reference's",
      section: "12",
      .unreachable(
        """
        The mirrors at hand have Debian only. `Benchmarks/compare-images` builds `debian-minimal` \
        with both programs instead, alone and with other elements, and compares the trees: it goes \
        the same way, through the same bootstrap, phases and layout.
        """)),
  ]
}
