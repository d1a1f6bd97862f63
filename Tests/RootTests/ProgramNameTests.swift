import SystemPackage
import TestSupport
import Testing

/// The names by which the program is called decide what it is.
struct ProgramNameTests {
  @Test(arguments: ["disk-image-create", "ramdisk-image-create"])
  func builderTakesNoSubcommandAndEndsWithOne(_ name: String) async throws {
    let outcome = try await run(as: name, [])
    #expect(outcome.status == 1)
    #expect(outcome.output.contains("no element was named"))
    let bogus = try await run(as: name, ["--bogus", "x"])
    #expect(bogus.status == 1)
    let help = try await run(as: name, ["--help"])
    #expect(help.status == 0)
  }

  @Test(arguments: ["tie-check", "other"])
  func otherNamesTakeSubcommands(_ name: String) async throws {
    let rules = try await run(as: name, ["rules"])
    #expect(rules.output.contains("HK101"))
    let build = try await run(as: name, ["build"])
    #expect(build.status == 2)
  }

  @Test func planOfWhatCannotBeResolvedIsUnusableInput() async throws {
    try await withTree(["foo/element-deps": "nowhere-to-be-found\n"]) { tree in
      let outcome = try await BuiltProgram.run(["plan", "foo"], in: tree)
      #expect(outcome.status == 2)
      #expect(outcome.output.contains("nowhere-to-be-found"))
    }
  }

  @Test func planTakesTheDefaultSystemWhereNoneIsNamed() async throws {
    try await withTree(["foo/install.d/50-foo": .executable()]) { tree in
      let outcome = try await BuiltProgram.run(["plan", "foo"], in: tree)
      #expect(outcome.status == 0)
      #expect(outcome.output.contains("taking `debian-minimal`"))
    }
  }

  @Test func namesInAPlanMoveNoCursor() async throws {
    let files: [String: FixtureFile] = [
      "os/element-provides": "operating-system\n", "o\u{1b}[2J\nx/install.d/50-x": .executable(),
    ]
    try await withTree(files) { tree in
      let outcome = try await BuiltProgram.run(["plan", "."], in: tree)
      #expect(outcome.status == 0)
      #expect(outcome.output.contains("o\\u{a}x"))
      #expect(!outcome.output.contains("\u{1b}"))
    }
  }

  @Test func workingDirectoryThatIsGoneIsUnusableInput() async throws {
    let script = "mkdir gone && cd gone && rmdir ../gone && exec \"$@\""
    try await withTemporaryFolder { folder in
      let outcome = try await BuiltProgram.run(
        ["plan", "debian-minimal"], in: folder, through: ["sh", "-c", script, "sh"])
      #expect(outcome.status == 2)
      #expect(outcome.output.contains("the working directory is no longer there"))
    }
  }

  private func run(as name: String, _ arguments: [String]) async throws -> BuiltProgram.Outcome {
    try await withTemporaryFolder { folder in
      try await BuiltProgram.run(as: name, arguments, in: folder)
    }
  }
}
