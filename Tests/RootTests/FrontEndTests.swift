import Glibc
import Sandbox
import SystemPackage
import TestSupport
import Testing

/// Whole builds as users start them; the names in brackets are facts of dib-contract 17.
@Suite(.requires(.root), .serialized) struct FrontEndTests {
  private static let elements: [String: FixtureFile] = fakeOperatingSystem.merging([
    "hello/install.d/50-hello": .script("echo \"hello ${GREETED:-nobody}\"; printf 'a\\xffb\\n'"),
    "failing/install.d/60-fail": .script("echo half > /etc/half; exit 7"),
  ]) { $1 }

  @Test func filesAreBuiltOneAfterTheOtherWhateverFails() async throws {  // C030
    let file = """
      - {imagename: bad, types: [tar], skip-base: true, elements: [fake-os, failing]}
      - imagename: good
        types: [tar]
        skip-base: true
        environment: {GREETED: world}
        elements: [fake-os, hello]

      """
    try await withElements(["images.yaml": .text(file)]) { run in
      let all = try await run("diskimage-builder", ["images.yaml"])
      #expect(all.status == 1)
      #expect(
        all.output.contains("GREETED=world disk-image-create -o good -t tar -n fake-os hello"))
      #expect(all.output.contains(" | hello world\n"))
      #expect(run.has("good.tar") && !run.has("bad.tar"))
      let first = try await run(
        "tie-check", ["build", "--file", "images.yaml", "--stop-on-failure"])
      #expect(first.status == 1)
      #expect(!first.output.contains("-o good"))
    }
  }

  @Test func aDryRunPrintsAndBuildsNothing() async throws {  // C031
    let file = "- {types: [tar], elements: [hello], environment: {A: 'b c'}}\n"
    try await withElements(["images.yaml": .text(file)]) { run in
      let outcome = try await run("diskimage-builder", ["--dry-run", "images.yaml"])
      #expect(outcome.status == 0)
      #expect(outcome.output == "A='b c' disk-image-create -o image -t tar hello\n\n")
    }
  }

  @Test func whatIsWrongWithAFileIsToldBeforeAnythingIsBuilt() async throws {
    try await withElements(["images.yaml": "- {elements: [hello], typs: [tar], image-size: 0}\n"]) {
      run in
      let outcome = try await run("diskimage-builder", ["images.yaml"])
      #expect(outcome.status == 1)
      #expect(outcome.output.contains("images.yaml:1:23: there is no key `typs`"))
      #expect(outcome.output.contains("images.yaml:1:48: `image-size` takes"))
    }
  }

  @Test func allProblemsAreToldTogether() async throws {
    try await withElements([:]) { run in
      let outcome = try await run(
        "disk-image-create",
        ["-t", "tar,docker,floppy", "-o", "missing/x", "fake-so", "blub", "--no-tmpfs"],
        ["TMP_DIR": "/nowhere"])
      #expect(outcome.status == 1)
      for part in [
        "no output type `floppy`", "--docker-target REPOSITORY:TAG", "there is no directory `",
        "did you mean `fake-os`?", "there is no element `blub`", "`TMP_DIR` is `/nowhere`",
        "`--no-tmpfs` and `--min-tmpfs` have no effect",
      ] { #expect(outcome.output.contains(part), "\(part): \(outcome.output)") }
    }
  }

  @Test func theLogFileHasAllAndTheScreenItsNameOnly() async throws {  // C033, C035
    try await withElements([:]) { run in
      let words = ["-n", "-t", "tar", "--logfile", "log", "fake-os", "hello"]
      let outcome = try await run("disk-image-create", words)
      #expect(outcome.status == 0)
      #expect(outcome.output == "the log goes to \(run.folder)/log\n")
      _ = try await run("disk-image-create", words)
      let log = try run.folder.appending("log").contents()
      #expect(log.contains(0xff))
      let lines = String(decoding: log, as: UTF8.self).split(separator: "\n")
      let form = /\d{4}-\d\d-\d\d \d\d:\d\d:\d\d\.\d{3} \| .*/
      #expect(lines.allSatisfy { $0.wholeMatch(of: form) != nil })
      for part in [
        "| dib-run-parts Running /tmp/in_target.d/install.d/50-hello",
        "| dib-run-parts 50-hello completed", "| dib-run-parts Target: install.d",
        "| dib-run-parts Sourcing environment file /tmp/in_target.d/environment.d/11-dib-install-type.bash",
        "| hello nobody", "| tie-check: install.d/50-hello: taken from the layer cache",
      ] { #expect(lines.count { $0.hasSuffix(part) } == 1, "\(part)") }
    }
  }

  @Test func breakPointsOfTheHostNeedNoDirectory() async throws {  // C086
    try await withElements([:]) { run in
      let outcome = try await run(
        "disk-image-create", ["-n", "-t", "tar", "fake-os", "hello"],
        [
          "break": "before-pre-finalise,after-pre-finalise,before-finalise",
          "break_cmd": "echo in $ARCH",
        ])
      #expect(outcome.status == 0)
      #expect(outcome.output.contains("stopped at before-pre-finalise, on the host"))
      #expect(outcome.output.contains("| in \(run.architecture)\n"))
      #expect(outcome.output.contains("stopped at after-pre-finalise, on the host"))
      #expect(!outcome.output.contains("before-finalise, in"))
    }
  }

  @Test func whatTheUserChangesAtABreakPointStays() async throws {
    try await withElements([
      "hello/post-root.d/50-read": .script("cat \"$TMP_MOUNT_PATH/etc/mine\"")
    ]) { run in
      let outcome = try await run(
        "disk-image-create", ["-n", "-t", "tar", "fake-os", "hello"],
        ["break": "before-post-root", "break_cmd": "echo mine > $TMP_MOUNT_PATH/etc/mine || true"])
      #expect(outcome.status == 0)
      #expect(outcome.output.contains("| mine\n"))
    }
  }

  @Test(arguments: [
    ([:], "cat /etc/half; pwd", "/"),
    (["break_outside_target": "1"], "cat $TMP_MOUNT_PATH/etc/half || echo; pwd", ""),
  ])
  func anErrorCanBeLookedAtAndKeepsItsStatus(
    _ variables: [String: String], _ command: String, _ place: String
  ) async throws {  // C087
    try await withElements([:]) { run in
      let outcome = try await run(
        "disk-image-create", ["-n", "-t", "tar", "fake-os", "failing"],
        variables.merging(["break": "after-error", "break_cmd": command]) { $1 })
      #expect(outcome.status == 7)
      #expect(
        outcome.output.contains("install.d/60-fail` of `failing` exited with status 7\n  hint: "))
      let place = place.isEmpty ? run.folder.string : place
      #expect(outcome.output.contains("| half\n"))
      #expect(outcome.output.contains("| \(place)\n"))
    }
  }

  @Test func theEnvironmentCanBeCleared() async throws {  // C008
    try await withElements([
      "hello/extra-data.d/50-env": .script("env | cut -d= -f1 | tr '\\n' ' '")
    ]) { run in
      let elements = ["fake-os", "hello"].map { run.folder.appending($0).string }
      let outcome = try await run(
        "disk-image-create", ["-c", "-n", "-t", "tar"] + elements,
        ["GREETED": "you", "FOO_BAR": "x"])
      #expect(outcome.status == 0, "\(outcome.output)")
      #expect(!outcome.output.contains("FOO_BAR"))
      #expect(outcome.output.contains("| hello nobody\n"))
    }
  }

  @Test func aRamdiskNeedsNoDisk() async throws {  // C019
    try await withElements([
      "rd/root.d/90-ramdisk": .script("echo ramdisk > \"$IMAGE_NAME.initramfs\"")
    ]) { run in
      let outcome = try await run(
        "ramdisk-image-create", ["-n", "--ramdisk-element", "rd", "-o", "x", "fake-os"])
      #expect(outcome.status == 0, "\(outcome.output)")
      #expect(outcome.output.contains("elements asked for: rd fake-os\n"))
      #expect(run.has("x.initramfs") && !run.has("x.qcow2"))
    }
  }

  @Test func theCallerCanSayWhatHooksAreCalled() async throws {  // C053
    try await withElements(["hello/install.d/70-dot.sh": .script("echo dotted")]) { run in
      let words = ["-n", "-t", "tar", "fake-os", "hello"]
      let plain = try await run("disk-image-create", words)
      #expect(!plain.output.contains("| dotted"))
      let dotted = try await run(
        "disk-image-create", words, ["RUN_PARTS_REGEX": "[0-9]+-[a-z.]+"])
      #expect(dotted.output.contains("| dotted"))
      let broken = try await run("disk-image-create", words, ["RUN_PARTS_REGEX": "[0-9"])
      #expect(broken.status == 1)
      #expect(broken.output.contains("`RUN_PARTS_REGEX` is `[0-9`"))
    }
  }

  @Test func workingFilesOfTheDiskCanLieElsewhere() async throws {  // C089
    try await withElements(["tmp": .directory]) { run in
      let outcome = try await run(
        "disk-image-create", ["-n", "-t", "tar", "fake-os", "hello"],
        [
          "TMP_DIR": run.folder.appending("tmp").string, "DIB_SHOW_IMAGE_USAGE": "1",
          "DIB_SHOW_IMAGE_USAGE_FULL": "1",
        ])
      #expect(outcome.status == 0, "\(outcome.output)")
      #expect(fileNames(in: run.folder.appending("tmp")) == [])
      #expect(outcome.output.contains("MiB\t./bin\n"))
    }
  }

  /// Runs the program in a folder of elements.
  private struct Run {
    let folder: FilePath

    var architecture: String {
      var system = utsname()
      uname(&system)
      return withUnsafeBytes(of: &system.machine) {
        String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self)
      }
        == "x86_64" ? "amd64" : "arm64"
    }

    func has(_ name: String) -> Bool { FileStatus(folder.appending(name)) != nil }

    func callAsFunction(
      _ name: String, _ arguments: [String], _ variables: [String: String] = [:]
    ) async throws -> BuiltProgram.Outcome {
      var all = [
        "TIE_CHECK_CACHE": folder.appending("cache").string, "ELEMENTS_PATH": folder.string,
      ]
      all.merge(variables) { $1 }
      return try await BuiltProgram.run(as: name, arguments, all, in: folder)
    }
  }

  private func withElements(
    _ files: [String: FixtureFile], _ body: (Run) async throws -> Void
  ) async throws {
    try await withTree(Self.elements.merging(files) { $1 }) { try await body(Run(folder: $0)) }
  }
}
