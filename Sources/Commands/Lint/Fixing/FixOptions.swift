import ArgumentParser

/// Whether a command mends what it finds.
struct FixOptions: ParsableArguments {
  @Flag(help: "Mend what can be mended without changing what was meant.")
  var fix = false

  @Flag(help: "Mend also what might have been meant otherwise.")
  var unsafeFixes = false

  @Flag(help: "Show what `--fix` would change, as a patch, and change nothing.")
  var diff = false

  @Flag(help: "End with status 1 if something was mended, even if nothing else is left.")
  var exitNonZeroOnFix = false

  /// Whether anything is to be mended, or shown to be.
  var isWanted: Bool { fix || unsafeFixes || diff }
}
