import Sandbox
import SystemPackage
import TestSupport
import Testing

/// `diskimage-builder` with its YAML files, and the log.
@Suite(.requires(.root)) struct FrontEndFactTests {
  /// What the program prints for a file with this text.
  private func run(
    _ text: String, _ arguments: String..., through prefix: [String] = [], status: Int32 = 0,
    _ element: [String: FixtureFile] = [:],
    _ body: (ImageSite, String) async throws -> Void
  ) async throws {
    try await ImageSite.with(element) { site in
      try writeFile(site.folder.appending("images.yaml"), text)
      let output = try await site.run(
        as: "diskimage-builder", arguments + ["images.yaml"], through: prefix, status: status)
      try await body(site, output)
    }
  }

  /// The commands of a dry run.
  private func commands(_ text: String) async throws -> [String] {
    var lines: [String] = []
    try await run(text, "--dry-run") { _, output in
      lines = output.split(separator: "\n").map(String.init)
    }
    return lines
  }

  @Test("C024 an unknown key of a YAML file is refused") func c024() async throws {
    try await run("- {bogus: 1, elements: [fake-os]}\n", status: 1) {
      #expect($1.contains("there is no key `bogus`") && $0.names == ["images.yaml"])
    }
  }

  @Test("C025 image-size 0 in a YAML file is refused") func c025() async throws {
    try await run("- {image-size: 0, elements: [fake-os]}\n", status: 1) {
      #expect($1.contains("`image-size`") && $0.names == ["images.yaml"])
    }
    #expect(
      try await commands("- {image-size: 1}\n") == ["disk-image-create -o image --image-size 1"])
  }

  @Test("C026 the type vmdk is refused in a YAML file, and made for -t") func c026() async throws {
    try await run("- {types: [vmdk], elements: [fake-os, test]}\n", status: 1) { site, output in
      #expect(output.contains("`vmdk`") && site.names == ["images.yaml"])
      try await site.build(["-t", "vmdk"], ["fake-os", "test"], ImageSite.smallDisk)
      #expect(site.names.contains("image.vmdk"))
    }
  }

  @Test("C027 entries merge: lists grow, maps are updated, scalars replaced") func c027()
    async throws
  {
    let text = """
      - {imagename: a, elements: [x], environment: {A: "1", B: "1"}, image-size: 1}
      - {imagename: b, elements: [x]}
      - {imagename: a, elements: [y], environment: {C: "2", A: "2"}, image-size: 2}

      """
    #expect(
      try await commands(text) == [
        "A=2 B=1 C=2 disk-image-create -o a --image-size 2 x y", "disk-image-create -o b x",
      ])
  }

  @Test("C028 an entry without imagename has that of the one before, the first image")
  func c028() async throws {
    let text =
      "- elements: [x]\n- imagename: b\n- elements: [y]\n- {imagename: image, elements: [z]}\n"
    #expect(
      try await commands(text) == ["disk-image-create -o image x z", "disk-image-create -o b y"])
  }

  @Test("C029 arguments come in the documented order") func c029() async throws {
    let text = """
      - elements: [z, y]
        skip-base: true
        packages: [p, q]
        docker-target: d
        install-type: package
        ramdisk-element: re
        root-label: rl
        qemu-img-options: {k: v, a: b}
        offline: true
        no-tmpfs: true
        mkfs-options: "-i 1"
        mkfs-journal-size: 5
        min-tmpfs: 4
        max-online-resize: 3
        image-cache: cache
        image-extra-size: 2
        image-size: 1
        checksum: true
        logfile: log
        clear: true
        uncompressed: true
        debug-trace: 2
        types: [tar, qcow2]
        arch: arm64
        imagename: name
        ramdisk: true

      """
    #expect(
      try await commands(text) == [
        "ramdisk-image-create -o name -a arm64 -t tar,qcow2 -x -x -u -c --logfile log --checksum"
          + " --image-size 1 --image-extra-size 2 --image-cache cache --max-online-resize 3"
          + " --min-tmpfs 4 --mkfs-journal-size 5 --mkfs-options '-i 1' --no-tmpfs --offline"
          + " --qemu-img-options k=v,a=b --root-label rl --ramdisk-element re"
          + " --install-type package --docker-target d -p p,q -n z y"
      ])
  }

  @Test("C030 after a failure the other images are built, unless told to stop") func c030()
    async throws
  {
    let text = """
      - {imagename: bad, types: [tar], skip-base: true, elements: [fake-os, test], environment: {END: "7"}}
      - {imagename: good, types: [tar], skip-base: true, elements: [fake-os, test], environment: {END: "0"}}

      """
    let element = ["install.d/50-end": FixtureFile.script("exit \"$END\"")]
    try await run(text, status: 1, element) { site, _ in
      #expect(site.names == ["good.tar", "images.yaml"])
    }
    try await run(text, "--stop-on-failure", status: 1, element) { site, _ in
      #expect(site.names == ["images.yaml"])
    }
  }

  @Test("C031 --dry-run prints environment and command on standard error") func c031()
    async throws
  {
    let text = "- {types: [tar], elements: [x], environment: {A: 'b c'}}\n"
    let quiet = ["/bin/sh", "-c", "exec \"$@\" > /dev/null", "sh"]
    try await run(text, "--dry-run", through: quiet) { site, output in
      #expect(output == "A='b c' disk-image-create -o image -t tar x\n\n")
      #expect(site.names == ["images.yaml"])
    }
  }

  @Test("C032 an empty text leaves its option out") func c032() async throws {
    let text =
      "- {root-label: '', mkfs-options: '', image-cache: '', docker-target: '', packages: []}\n"
    #expect(try await commands(text) == ["disk-image-create -o image"])
  }

  private static func isStamped(_ line: Substring) -> Bool {
    line.wholeMatch(of: /\d{4}-\d\d-\d\d \d\d:\d\d:\d\d\.\d{3} \| .*/) != nil
  }

  @Test("C033 lines of the log begin with the time in UTC, to the millisecond") func c033()
    async throws
  {
    try await ImageSite.with(["install.d/50-say": .script("echo said")]) { site in
      let before = try await output(of: "date", "-u", "+%Y-%m-%d %H:").dropLast()
      let log = try await site.build(["-t", "tar"], ["fake-os", "test"], ["TZ": "XYZ-9"])
      let after = try await output(of: "date", "-u", "+%Y-%m-%d %H:").dropLast()
      let lines = log.split(separator: "\n")
      #expect(lines.allSatisfy(Self.isStamped), "\(log)")
      let said = try #require(lines.first { $0.hasSuffix(" | said") })
      #expect(said.hasPrefix(before) || said.hasPrefix(after))
    }
  }

  @Test("C034 DIB_NO_TIMESTAMP concerns the screen only") func c034() async throws {
    try await ImageSite.with(["install.d/50-say": .script("echo said")]) { site in
      let output = try await site.build(
        ["-t", "tar", "--logfile", "log"], ["fake-os", "test"],
        ["DIB_NO_TIMESTAMP": "1", "DIB_QUIET": "0"])
      let screen = output.split(separator: "\n")
      #expect(screen.contains("said"))
      #expect(!screen.contains(where: Self.isStamped))
      let file = (site.callers("log") ?? "").split(separator: "\n")
      #expect(file.contains { $0.hasSuffix(" | said") })
      #expect(file.allSatisfy(Self.isStamped))
    }
  }

  @Test("C035 a log file is appended to and keeps the screen quiet, unless DIB_QUIET=0")
  func c035() async throws {
    try await ImageSite.with(["extra-data.d/50-say": .script("echo \"said $NUMBER\"")]) { site in
      let log = ["-t", "tar", "--logfile", "log"]
      for number in ["1", "2"] {
        let output = try await site.build(log, ["fake-os", "test"], ["NUMBER": number])
        #expect(!output.contains("said") && output.contains("\(site.folder)/log"))
      }
      let both = try await site.build(
        log, ["fake-os", "test"], ["NUMBER": "3", "DIB_QUIET": "0"])
      #expect(both.contains(" | said 3\n"))
      let said = (site.callers("log") ?? "").matches(of: /\| said (\d)\n/).map { $0.output.1 }
      #expect(said == ["1", "2", "3"])
    }
  }
}
