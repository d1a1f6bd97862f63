import Foundation
import SystemPackage
import TestSupport
import Testing

/// The names by which the program is called decide what it is.
struct ProgramNameTests {
  @Test(arguments: ["disk-image-create", "ramdisk-image-create"])
  func builderTakesNoSubcommandAndEndsWithOne(_ name: String) throws {
    let outcome = try run(as: name, [])
    #expect(outcome.status == 1)
    #expect(outcome.output.contains("no element was named"))
    #expect(try run(as: name, ["--bogus", "x"]).status == 1)
    #expect(try run(as: name, ["--help"]).status == 0)
  }

  @Test(arguments: ["tie-check", "other"])
  func otherNamesTakeSubcommands(_ name: String) throws {
    #expect(try run(as: name, ["rules"]).output.contains("HK101"))
    #expect(try run(as: name, ["build"]).status == 2)
  }

  @Test func planOfWhatCannotBeResolvedIsUnusableInput() throws {
    try withTree(["foo/element-deps": ""]) { tree in
      let outcome = try BuiltProgram.run(["plan", "foo"], in: tree)
      #expect(outcome.status == 2)
      #expect(outcome.output.hasPrefix("tie-check: no element provides `operating-system`"))
    }
  }

  @Test func namesInAPlanMoveNoCursor() throws {
    let files: [String: FixtureFile] = [
      "os/element-provides": "operating-system\n", "o\u{1b}[2J\nx/install.d/50-x": .executable(),
    ]
    try withTree(files) { tree in
      let outcome = try BuiltProgram.run(["plan", "."], in: tree)
      #expect(outcome.status == 0)
      #expect(outcome.output.contains("o\\u{a}x"))
      #expect(!outcome.output.contains("\u{1b}"))
    }
  }

  @Test func workingDirectoryThatIsGoneIsUnusableInput() throws {
    let program = try BuiltProgram.path()
    let script = "mkdir gone && cd gone && rmdir ../gone && exec \(program) plan debian-minimal"
    try withTemporaryFolder { folder in
      let outcome = try run("/bin/sh", ["-c", script], in: folder)
      #expect(outcome.status == 2)
      #expect(outcome.output.contains("the working directory is no longer there"))
    }
  }

  private func run(as name: String, _ arguments: [String]) throws -> (status: Int32, output: String)
  {
    let program = try BuiltProgram.path()
    return try withTree([name: .symlink(program.string)]) { folder in
      try run(folder.appending(name).string, arguments, in: folder)
    }
  }

  private func run(
    _ program: String, _ arguments: [String], in folder: FilePath
  ) throws -> (status: Int32, output: String) {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: program)
    process.arguments = arguments
    process.currentDirectoryURL = URL(fileURLWithPath: folder.string)
    let pipe = Pipe()
    process.standardOutput = pipe
    process.standardError = pipe
    try process.run()
    let output = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return (process.terminationStatus, String(decoding: output, as: UTF8.self))
  }
}
