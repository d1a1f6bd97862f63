extension Facts {
  static let frontEnd = [
    Fact(24, "an unknown key of a YAML file is refused", section: "2.1"),
    Fact(25, "image-size 0 in a YAML file is refused", section: "2.1"),
    Fact(26, "the type vmdk is refused in a YAML file, and made for -t", section: "2.1"),
    Fact(27, "entries merge: lists grow, maps are updated, scalars replaced", section: "2.2"),
    Fact(
      28, "an entry without imagename has that of the one before, the first image", section: "2.2"),
    Fact(29, "arguments come in the documented order", section: "2.1"),
    Fact(30, "after a failure the other images are built, unless told to stop", section: "2.3"),
    Fact(31, "--dry-run prints environment and command on standard error", section: "2.3"),
    Fact(32, "an empty text leaves its option out", section: "2.1"),
    Fact(33, "lines of the log begin with the time in UTC, to the millisecond", section: "3"),
    Fact(34, "DIB_NO_TIMESTAMP concerns the screen only", section: "3"),
    Fact(
      35, "a log file is appended to and keeps the screen quiet, unless DIB_QUIET=0", section: "3"),
  ]
}
