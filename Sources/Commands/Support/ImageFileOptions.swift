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

  /// Those that say something of the files, or of all images in them.
  private static let names = ["--file", "--dry-run", "--stop-on-failure", "--isolation"]

  private static let known =
    LegacyArguments.all + [
      LegacyArguments.Option(name: "file", takesValue: true),
      LegacyArguments.Option(name: "dry-run", takesValue: false),
      LegacyArguments.Option(name: "stop-on-failure", takesValue: false),
    ]

  /// Whether files say what to build; `words` are those behind `build`.
  ///
  /// - Throws: `InputError` when command line and files both do.
  func areGiven(besides elements: [String], in words: [String]) throws(InputError) -> Bool {
    if paths.isEmpty, dryRun || stopOnFailure {
      throw InputError(
        "`--dry-run` and `--stop-on-failure` go with `--file`",
        hint: "see what a build would do with `tie-check plan`")
    }
    guard !paths.isEmpty else { return false }
    if !elements.isEmpty {
      throw InputError(
        "both `--file` and elements are given", hint: "name the elements in the file")
    }
    let others = try LegacyArguments(words, Self.known).optionNames
      .filter { !Self.names.contains($0) }
    if let other = others.first {
      throw InputError("`\(other)` does not go with `--file`", hint: "put it into the file")
    }
    return true
  }

  /// Builds what the files describe.
  func build(in environment: ProcessEnvironment, isolation: String) async throws {
    try await ImageFileRun(
      files: paths, isDry: dryRun, stopsOnFailure: stopOnFailure, environment: environment,
      isolation: isolation
    ).run()
  }
}
