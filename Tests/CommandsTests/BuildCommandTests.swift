import ArgumentParser
import Diagnostics
import ImageBuilder
import SystemPackage
import Testing

@testable import Commands

/// What options and the caller's variables ask for, after dib-contract sections 1.2 to 1.5.
@Suite struct BuildCommandTests {
  @Test(arguments: [
    ("foo", [:], "base foo"),  // C018
    ("-n foo", [:], "foo"),
    ("foo", ["SKIP_BASE": "1"], "foo"),
    ("foo", ["IMAGE_ELEMENT": "a b"], "base a b foo"),  // C020
    ("foo", ["IMAGE_ELEMENT": "a\tb\nc"], "base a b c foo"),
    ("vm", [:], "base vm block-device-mbr"),  // C016
    ("vm -a arm64", [:], "base vm block-device-efi"),
    ("vm", ["ARCH": "aarch64"], "base vm block-device-efi"),
    ("vm block-device-gpt", [:], "base vm block-device-gpt"),  // C017
  ])
  func elementsComeInTheContractsOrder(
    _ line: String, _ variables: [String: String], _ elements: String
  ) throws {
    #expect(try request(line, variables).elements.joined(separator: " ") == elements)
  }

  @Test func aRamdisksElementComesFirst() throws {  // C019
    #expect(try request("foo", isRamdisk: true).elements == ["ramdisk", "base", "foo"])
    let other = try request("--ramdisk-element x foo", isRamdisk: true)
    #expect(other.elements == ["x", "base", "foo"])
  }

  @Test func theNameComesFromTheOptionElseFromTheCaller() throws {
    #expect(try request("foo").givenName == "image")
    #expect(try request("foo", ["IMAGE_NAME": "mine"]).givenName == "mine")
    #expect(try request("-o given foo", ["IMAGE_NAME": "mine"]).givenName == "given")
  }

  @Test func theLastTypesCount() throws {  // C005
    #expect(try request("-t tar -t raw foo").formats.map { $0.key } == ["raw"])
  }

  @Test func optionsSetVariables() throws {
    let variables = try request("-u -n -x --checksum --image-size 5 x", ["DIB_DEBUG_TRACE": "1"])
      .variables
    #expect(
      variables == [
        "COMPRESS_IMAGE": "", "SKIP_BASE": "1", "DIB_DEBUG_TRACE": "2", "DIB_CHECKSUM": "1",
        "DIB_IMAGE_SIZE": "5",
      ])
  }

  @Test(arguments: [
    ["--mkfs-options", "-i 8192"], ["--mkfs-options=-i 8192"], ["--mkfs-opt", "-i 8192"],
  ])
  func valuesMayBeginWithADash(_ words: [String]) throws {
    let command = try BuildCommand.parse(LegacyArguments(words + ["foo"]).normalized)
    #expect(command.mkfsOptions == "-i 8192")
    #expect(command.elements == ["foo"])
  }

  @Test func valuesOfShortOptionsMayBeginWithADash() throws {
    let words = ["-o", "-x", "-p", "-a", "-p", "-b", "--root-label", "--file", "foo"]
    for words in [words, try LegacyArguments(words).normalized] {
      let command = try BuildCommand.parse(words)
      #expect(command.imageName == "-x" && command.packages == ["-a", "-b"])
      #expect(command.rootLabel == "--file" && command.elements == ["foo"])
      #expect(command.trace == 0 && command.files.paths == [])
    }
  }

  @Test(arguments: [
    ("1", "3"), ("\(Int.max)", "11"), ("\(Int.min)", "2"), ("99999999999999999999", "2"),
    ("x", "2"),
  ])
  func tracingIsAddedToTheCallers(_ inherited: String, _ level: String) throws {
    let variables = try request("-xx foo", ["DIB_DEBUG_TRACE": inherited]).variables
    #expect(variables["DIB_DEBUG_TRACE"] == level)
  }

  @Test func whatHasNoEffectIsTold() throws {
    let environment = environment([
      "DIB_GZIP_BIN": "pigz", "EXTRA_UNMOUNT": "x", "break": "before-rot",
    ])
    let warnings = try command("--no-tmpfs x").warnings(environment)
    #expect(warnings.count == 4)
    #expect(warnings.contains { $0.contains("`DIB_GZIP_BIN`") })
    #expect(try command("x").warnings(self.environment([:])) == [])
  }

  @Test(arguments: [
    ("--file f x", "both `--file` and elements are given"),
    ("--dry-run", "`--dry-run` and `--stop-on-failure` go with `--file`"),
    ("--file f -t tar", "`-t` does not go with `--file`"),
    ("-o x --file f", "`-o` does not go with `--file`"),
    ("--file f --image-size=5", "`--image-size` does not go with `--file`"),
    ("--file f --offline", "`--offline` does not go with `--file`"),
  ])
  func filesDoNotMixWithWhatStandsInThem(_ line: String, _ message: String) {
    #expect {
      try filesAreGiven(line)
    } throws: {
      ($0 as? InputError)?.message == message
    }
  }

  @Test func filesMayComeWithWhatConcernsAllOfThem() throws {
    #expect(try !filesAreGiven("-t tar x"))
    #expect(
      try filesAreGiven("--file f --file=g --dry-run --stop-on-failure --isolation vm"))
  }

  private func filesAreGiven(_ line: String) throws -> Bool {
    let words = line.split(separator: " ").map(String.init)
    let command = try BuildCommand.parse(words)
    return try command.files.areGiven(besides: command.elements, in: words)
  }

  private func command(_ line: String) throws -> BuildCommand {
    try BuildCommand.parse(
      LegacyArguments(line.split(separator: " ").map(String.init)).normalized)
  }

  private func request(
    _ line: String, _ variables: [String: String] = [:], isRamdisk: Bool = false
  ) throws -> ImageRequest {
    let environment = environment(["ARCH": "amd64"].merging(variables) { $1 })
    return try command(line).request(environment, isRamdisk: isRamdisk, arguments: [])
  }

  private func environment(_ variables: [String: String]) -> ProcessEnvironment {
    ProcessEnvironment(variables: variables, workingDirectory: "/nowhere", executable: "/x")
  }
}
