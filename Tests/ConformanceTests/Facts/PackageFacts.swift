extension Facts {
  static let packages = [
    Fact(91, "the key uninstall counts, whatever its value", section: "9.1"),
    Fact(
      92, "blanks in lists of architectures do not count", section: "9.1",
      .superset("With the reference `amd64, arm64` matches amd64 only.")),
    Fact(93, "arch together with not-arch is an error", section: "9.1"),
    Fact(
      94, "a condition that is malformed, or on an unset variable, is an error", section: "9.1"),
    Fact(95, "conditions must all hold, one of several entries is enough", section: "9.1"),
    Fact(96, "conditions are not read where another filter excludes an entry", section: "9.1"),
    Fact(97, "package files of hidden elements are read too", section: "9.3"),
    Fact(98, "a build-only package is in both lists", section: "9.1"),
    Fact(99, "a plain entry removes an earlier uninstall of its package", section: "9.1"),
    Fact(100, "DIB_INSTALLTYPE_x_y decides for the element x-y", section: "9.2"),
    Fact(
      101, "package-installs-v2 calls install-packages once, with each name once", section: "9.4"),
    Fact(102, "of a pkg-map release wins over distro, family and default", section: "9.5"),
    Fact(103, "pkg-map tells with its status what is not mapped", section: "9.5"),
    Fact(104, "to pkg-map 8-stream is 8", section: "9.5"),
    Fact(105, "install-packages splits arguments with blanks", section: "9.4"),
    Fact(106, "install-packages -u heeds no names, and no names are no error", section: "9.6"),
    Fact(
      107, "svc-map prefers distro, then family, then default; twice is an error", section: "9.7"),
  ]

  static let sources = [
    Fact(
      108, "variables named after a source replace its type, place and reference",
      section: "10.2"),
    Fact(109, "git takes master, or all for *, and leaves a branch fetch_<ref>", section: "10.2"),
    Fact(110, "of a tar, * is what is in its directories, . is all", section: "10.2"),
    Fact(111, "the type package fails where the install type is source", section: "10.2"),
    Fact(
      112, "cache-url keeps what is unchanged, and says with 44 that there is nothing",
      section: "10.3"),
    Fact(
      113, "DIB_ENV and DIB_ARGS are in the image for root only, and beside it", section: "10.4"),
    Fact(114, "an init system that is unset or unknown ends the phases", section: "10.5"),
  ]
}
