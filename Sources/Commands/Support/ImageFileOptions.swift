import ArgumentParser
import Diagnostics

/// The options of `build` for images that are described in files.
struct ImageFileOptions: ParsableArguments {
  @Option(name: .customLong("file"), help: "Build what this YAML file describes; repeatable.")
  var paths: [String] = []

  @Flag(help: "With --file: only print the commands.")
  var dryRun = false

  @Flag(help: "With --file: build nothing more after a failure.")
  var stopOnFailure = false

  /// Whether files say what to build.
  ///
  /// - Throws: `InputError` when command line and files both do.
  func areGiven(besides elements: [String]) throws(InputError) -> Bool {
    if paths.isEmpty, dryRun || stopOnFailure {
      throw InputError(
        "`--dry-run` and `--stop-on-failure` go with `--file`",
        hint: "see what a build would do with `tie-check plan`")
    }
    if !paths.isEmpty, !elements.isEmpty {
      throw InputError(
        "both `--file` and elements are given", hint: "name the elements in the file")
    }
    return !paths.isEmpty
  }

  /// Builds what the files describe.
  func build(in environment: ProcessEnvironment) async throws {
    try await ImageFileRun(
      files: paths, isDry: dryRun, stopsOnFailure: stopOnFailure, environment: environment
    ).run()
  }
}
