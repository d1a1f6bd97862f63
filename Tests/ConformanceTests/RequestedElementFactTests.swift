@testable import Commands
import Sandbox
import SystemPackage
import TestSupport
import Testing

/// What is built besides what was named, and what hooks are told of the call.
@Suite(.requires(.root)) struct RequestedElementFactTests {
  private static let others = Dictionary(
    uniqueKeysWithValues: [
      "base", "vm", "ramdisk", "mine", "block-device-mbr", "block-device-efi", "block-device-gpt",
    ].map { ("\($0)/README.rst", FixtureFile.text("test\n")) })

  /// The elements that hooks see, with the fake operating system left out.
  private func elements(
    _ arguments: [String], _ names: [String], _ variables: [String: String] = [:],
    withBase: Bool = false, as name: String = "disk-image-create"
  ) async throws -> [String] {
    var found: [String] = []
    let hook = FixtureFile.script("echo \"$IMAGE_ELEMENT\" > names")
    try await ImageSite.with(["extra-data.d/50-names": hook], others: Self.others) {
      try await $0.build(
        ["-t", "directory"] + arguments, ["fake-os", "test"] + names, variables,
        withBase: withBase, as: name)
      found = ($0.callers("names") ?? "").split { $0.isWhitespace }.map(String.init)
    }
    return found.filter { $0 != "fake-os" && $0 != "test" }
  }

  @Test("C015 the architecture is what dpkg says, else what uname says in Debian's words")
  func c015() async throws {
    #expect(HostArchitecture.name(of: "x86_64") == "amd64")
    #expect(HostArchitecture.name(of: "aarch64") == "arm64")
    #expect(HostArchitecture.name(of: "armv7l") == "armhf")
    #expect(HostArchitecture.name(of: "riscv64") == "riscv64")
    let hook = FixtureFile.script("echo \"$ARCH\" > arch")
    let isDebian = FileStatus("/etc/debian_version", following: true) != nil
    try await ImageSite.with(["extra-data.d/50-arch": hook]) { site in
      _ = try await withTree(["dpkg": .executable("#!/bin/sh\necho other\n")]) { tools in
        try await site.build(
          ["-t", "tar"], ["fake-os", "test"],
          ["PATH": "\(tools):/usr/sbin:/usr/bin:/sbin:/bin"])
      }
      #expect(site.callers("arch") == (isDebian ? "other\n" : "\(HostArchitecture.name)\n"))
      try await site.build(["-t", "tar", "-a", "x86_64"])
      #expect(site.callers("arch") == "x86_64\n")
    }
  }

  @Test("C016 vm brings block-device-mbr, or block-device-efi on arm64") func c016() async throws {
    #expect(try await elements(["-a", "amd64"], ["vm"]) == ["vm", "block-device-mbr"])
    #expect(try await elements(["-a", "arm64"], ["vm"]) == ["vm", "block-device-efi"])
    #expect(try await elements(["-a", "aarch64"], ["vm"]) == ["vm", "block-device-efi"])
  }

  @Test("C017 vm with a layout of its own brings no other") func c017() async throws {
    let names = ["vm", "block-device-gpt"]
    #expect(try await elements([], names) == names)
  }

  @Test("C018 base comes first unless -n is given, for ramdisks too") func c018() async throws {
    #expect(try await elements([], ["mine"]) == ["mine"])
    #expect(try await elements([], ["mine"], withBase: true) == ["base", "mine"])
    #expect(try await elements([], ["mine"], ["SKIP_BASE": "1"], withBase: true) == ["mine"])
    #expect(
      try await elements([], ["mine"], withBase: true, as: "ramdisk-image-create") == [
        "ramdisk", "base", "mine",
      ])
  }

  @Test("C019 for a ramdisk its element comes first") func c019() async throws {
    let name = "ramdisk-image-create"
    #expect(try await elements([], ["vm", "block-device-gpt"], as: name).first == "ramdisk")
    #expect(try await elements(["--ramdisk-element", "mine"], [], as: name) == ["mine"])
  }

  @Test("C020 elements of IMAGE_ELEMENT come before those that are named") func c020() async throws
  {
    #expect(
      try await elements([], ["base"], ["IMAGE_ELEMENT": "mine vm"]).prefix(2) == ["mine", "vm"])
  }

  @Test("C021 MKFS_OPTS of the caller counts for nothing") func c021() async throws {
    let identity = "5f1c0a6e-0b5e-4f0e-9a53-0242ac120002"
    let variables = ImageSite.smallDisk.merging(["MKFS_OPTS": "-U \(identity)"]) { $1 }
    try await ImageSite.with {
      try await $0.build(["-t", "raw"], ["fake-os", "test"], variables)
      let superBlock = try await $0.superBlock(of: "image.raw")
      #expect(superBlock.contains("Filesystem UUID:") && !superBlock.contains(identity))
    }
  }

  @Test("C022 DIB_ARGS and DIB_ENV are as the caller gave them") func c022() async throws {
    let hook = FixtureFile.script(
      "echo \"$DIB_ARGS\" > arguments; echo \"$DIB_ENV\" > environment")
    try await ImageSite.with(["extra-data.d/50-record": hook]) {
      try await $0.build(
        ["-t", "directory", "--image-size", "3"], ["fake-os", "test"],
        ["DIB_SAMPLE": "a \"b\"", "SAMPLE": "not"])
      #expect($0.callers("arguments") == "-n -t directory --image-size 3 fake-os test\n")
      let lines = ($0.callers("environment") ?? "").split(separator: "\n").map(String.init)
      #expect(lines.contains("declare -x DIB_SAMPLE=\"a \\\"b\\\"\""))
      #expect(
        lines.contains("declare -x DIB_ARGS=\"-n -t directory --image-size 3 fake-os test\""))
      #expect(lines.contains { $0.hasPrefix("declare -x DIB_PYTHON_EXEC=") })
      #expect(lines.allSatisfy { $0.hasPrefix("declare -x DIB_") })
      #expect(!lines.contains { $0.contains("DIB_IMAGE_SIZE") })
    }
  }

  @Test("C023 a hook's exit status becomes the program's") func c023() async throws {
    for phase in ["extra-data.d", "install.d"] {
      try await ImageSite.with(["\(phase)/50-fail": .script("exit 7")]) {
        let output = try await $0.build(status: 7)
        #expect(output.contains("`\(phase)/50-fail` exited with status 7"))
        #expect($0.names == [])
      }
    }
  }
}
