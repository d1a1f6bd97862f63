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

  @Test func whatHasNoEffectIsTold() throws {
    let environment = environment(["EXTRA_UNMOUNT": "x", "break": "before-rot"])
    let warnings = try command("--no-tmpfs x").warnings(environment)
    #expect(warnings.count == 3)
    #expect(try command("x").warnings(self.environment([:])) == [])
  }

  @Test func filesAndElementsDoNotMix() throws {
    #expect(try !command("x").files.areGiven(besides: ["x"]))
    #expect(throws: InputError.self) {
      try BuildCommand.parse(["--file", "f"]).files.areGiven(besides: ["x"])
    }
    #expect(throws: InputError.self) {
      try BuildCommand.parse(["--dry-run"]).files.areGiven(besides: [])
    }
    #expect(try BuildCommand.parse(["--file", "f", "--file", "g"]).files.areGiven(besides: []))
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
