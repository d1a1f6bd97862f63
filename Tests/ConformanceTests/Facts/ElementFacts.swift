extension Facts {
  static let elements = [
    Fact(36, "the earlier directory of ELEMENTS_PATH wins", section: "4.1"),
    Fact(37, "an empty or missing directory in ELEMENTS_PATH is an error", section: "4.1"),
    Fact(38, "the bundled elements are the last of ELEMENTS_PATH", section: "4.1"),
    Fact(39, "a linked element has the name of its target", section: "4.1"),
    Fact(40, "a comment in element-deps is taken as an element", section: "4.2"),
    Fact(41, "a dependency that is missing is status 1", section: "4.3"),
    Fact(
      42, "without an operating system debian-minimal is taken", section: "4.3",
      .superset("The reference ends with status 1. Here the user is told.")),
    Fact(43, "two providers of one name are an error", section: "4.3"),
    Fact(44, "a requested element that another provides is an error", section: "4.3"),
    Fact(45, "a dependency that another element provides is dropped", section: "4.3"),
    Fact(46, "host hooks have the elements as names, as YAML and as a function", section: "4.4"),
    Fact(47, "get_image_element_array fills an associative array", section: "4.4"),
    Fact(
      48, "the same file in a first-level directory of two elements is status 1", section: "5"),
    Fact(49, "the same file further down is overwritten", section: "5"),
    Fact(50, "tests and caches are no part of the hook tree, test-elements are", section: "5"),
    Fact(51, "files at the top of elements overwrite each other", section: "5"),
    Fact(52, "hooks keep their modes and links", section: "5"),
  ]

  static let hooks = [
    Fact(53, "a hook whose name has a dot does not run", section: "6"),
    Fact(54, "hooks run by number, then by the bytes of their names", section: "6"),
    Fact(55, "directories and what is not executable are skipped", section: "6"),
    Fact(56, "a link to a file runs, a broken one is skipped", section: "6"),
    Fact(57, "--list prints the hooks and runs none", section: "6"),
    Fact(58, "what is no directory is status 1", section: "6"),
    Fact(59, "environment files are sourced in the order of their bytes", section: "6"),
    Fact(60, "an unset variable in an environment file ends the phase", section: "6"),
    Fact(61, "an environment file may return", section: "6"),
    Fact(62, "what environment files export does not reach the next phase", section: "6"),
    Fact(
      63, "an environment.d without a file that counts is no error", section: "6",
      .superset("The reference ends with status 1 and says nothing.")),
    Fact(64, "after a phase the times are printed, by the bytes of names", section: "6"),
    Fact(65, "a failing hook ends its phase, without a profile", section: "6"),
    Fact(
      66, "hooks start in the caller's directory on the host, in / in the target", section: "6"),
  ]
}
