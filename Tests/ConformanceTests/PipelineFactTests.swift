import ElementModel
import Sandbox
import SystemPackage
import TestSupport
import Testing

/// Phases, and what hooks see of the build in each.
@Suite(.requires(.root)) struct PipelineFactTests {
  private static let phases = [
    "root.d", "extra-data.d", "pre-install.d", "install.d", "post-install.d", "post-root.d",
    "block-device.d", "pre-finalise.d", "finalise.d", "cleanup.d",
  ]

  /// What `word`, in double quotes, is in each phase, in the order in which they run.
  private func values(
    of word: String, _ variables: [String: String] = [:]
  ) async throws -> [(phase: String, value: String)] {
    let hooks = Self.phases.map {
      ("\($0)/50-say", FixtureFile.script("echo \"said:\($0)=\(word).\""))
    }
    var found: [(phase: String, value: String)] = []
    try await ImageSite.with(Dictionary(uniqueKeysWithValues: hooks)) {
      let output = try await $0.build(["-t", "directory"], ["fake-os", "test"], variables)
      found = output.matches(of: /said:([a-z-]+\.d)=(.*)\./).map {
        (phase: String($0.output.1), value: String($0.output.2))
      }
    }
    return found
  }

  @Test("C067 phases run in the documented order") func c067() async throws {
    #expect(try await values(of: "").map(\.phase) == Self.phases)
  }

  @Test("C068 TARGET_ROOT is set in root.d and cleanup.d only") func c068() async throws {
    let values = try await values(of: "${TARGET_ROOT:-unset} ${TMP_MOUNT_PATH}")
    #expect(values.count == Self.phases.count)
    for (phase, value) in values {
      let words = value.split(separator: " ")
      let isSet = phase == "root.d" || phase == "cleanup.d"
      #expect(words.first == (isSet ? words.last : "unset"), "\(phase)")
    }
  }

  @Test("C069 the install type is there from extra-data.d on") func c069() async throws {
    let values = try await values(of: "${DIB_DEFAULT_INSTALLTYPE:-unset}")
    #expect(values.first?.value == "unset")
    #expect(values.dropFirst().map(\.value) == Self.phases.dropFirst().map { _ in "source" })
    let given = try await self.values(
      of: "$DIB_DEFAULT_INSTALLTYPE", ["DIB_DEFAULT_INSTALLTYPE": "package"])
    #expect(given.map(\.value) == Self.phases.map { _ in "package" })
  }

  @Test("C072 in the target HOME is /root, TMPDIR and VIRTUAL_ENV are unset") func c072()
    async throws
  {
    let hook = FixtureFile.script("echo \"$HOME ${TMPDIR-unset} ${VIRTUAL_ENV-unset}\" > /etc/home")
    try await ImageSite.with(["install.d/50-home": hook]) {
      try await $0.build(
        ["-t", "directory"], ["fake-os", "test"],
        ["HOME": "/home/caller", "TMPDIR": $0.folder.string, "VIRTUAL_ENV": "/opt/venv"])
      #expect($0.text("etc/home") == "/root unset unset\n")
    }
  }

  @Test("C073 the target's PATH has nothing of the host's") func c073() async throws {
    let hook = FixtureFile.script("echo \"$PATH\" > /etc/path")
    try await ImageSite.with(["install.d/50-path": hook]) {
      let path = "/opt/host-only:/usr/sbin:/usr/bin:/sbin:/bin"
      try await $0.build(["-t", "directory"], ["fake-os", "test"], ["PATH": path])
      let found = $0.text("etc/path") ?? ""
      #expect(found.hasSuffix("/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin\n"))
      #expect(!found.contains("host-only"))
    }
  }

  @Test("C074 the hook tree is at /tmp/in_target.d, read-only, and gone afterwards") func c074()
    async throws
  {
    try await BuildFixture.withSharedLayers { fixture in
      let rootfs = try await fixture.build([
        "install.d/50-look": .script(
          """
          [ "$0" = /tmp/in_target.d/install.d/50-look ]
          ! touch /tmp/in_target.d/new 2>/dev/null
          cat "$(readlink -f "${0%/*}/../data")" > /etc/data
          """),
        "data": "from the hook tree",
      ])
      #expect(try await fixture.text("/etc/data", in: rootfs) == "from the hook tree")
      #expect(try await fixture.text("/tmp/in_target.d/data", in: rootfs) == nil)
    }
  }

  @Test("C075 the target has proc, dev, devpts and a read-only sysfs, and nothing on /run")
  func c075() async throws {
    try await BuildFixture.withSharedLayers { fixture in
      try await fixture.build([
        "install.d/50-mounts": .script(
          "while read -r _ target type options _; do echo \"$target $type ${options%%,*}\"; done < /proc/mounts"
        )
      ])
      let mounts = fixture.output.map {
        $0.split(separator: " ").dropFirst().joined(separator: " ")
      }
      #expect(mounts.contains("/proc proc rw") && mounts.contains("/sys sysfs ro"))
      #expect(mounts.contains { $0.hasPrefix("/dev ") })
      #expect(mounts.contains { $0.hasPrefix("/dev/pts devpts rw") })
      #expect(!mounts.contains { $0.hasPrefix("/run") })
    }
  }

  @Test("C076 root.d runs before the kernel's file systems are mounted") func c076() async throws {
    let hook = FixtureFile.script(
      """
      ls -A "$TARGET_ROOT/proc" "$TARGET_ROOT/sys" "$TARGET_ROOT/dev" > seen
      grep " $TARGET_ROOT/" /proc/mounts >> seen || true
      """)
    let later = FixtureFile.script("ls \"$TMP_MOUNT_PATH/proc\" > later")
    try await ImageSite.with(["root.d/50-look": hook, "extra-data.d/50-look": later]) {
      try await $0.build()
      let lines = ($0.callers("seen") ?? "").split(separator: "\n")
      #expect(lines.count == 3 && lines.allSatisfy { $0.hasSuffix(":") })
      #expect($0.callers("later")?.contains("mounts\n") == true)
    }
  }

  @Test("C077 bind mounts of hooks last until post-root.d") func c077() async throws {
    try await BuildFixture.withSharedLayers { fixture in
      let cache = fixture.root.appending("shared-cache")
      try cache.createDirectories()
      let rootfs = try await fixture.build(
        [
          "root.d/50-mount": .script(
            "mkdir -p \"$TARGET_ROOT/cache\"; mount --bind \"$SHARED_CACHE\" \"$TARGET_ROOT/cache\""
          ),
          "install.d/50-fill": .script("echo kept > /cache/download"),
          "finalise.d/50-look": .script("ls /cache"),
        ], variables: ["SHARED_CACHE": cache.string])
      #expect(try readFile(cache.appending("download")) == "kept\n")
      #expect(try await fixture.text("/cache/download", in: rootfs) == nil)
      #expect(!fixture.output.contains("finalise.d/50-look: download"))
    }
  }

  @Test("C086 breaks around a host phase fire even if nobody has hooks for it") func c086()
    async throws
  {
    try await ImageSite.with { site in
      let output = try await site.build(
        ["-t", "tar"], ["fake-os", "test"],
        ["break": "before-post-root,after-post-root", "break_cmd": "echo broke in $ARCH"])
      #expect(output.contains("before-post-root") && output.contains("after-post-root"))
      #expect(output.contains("broke in amd64") || output.contains("broke in arm64"))
    }
  }

  @Test("C087 after an error in the target break_cmd runs, there or outside") func c087()
    async throws
  {
    let fail = FixtureFile.script("echo half > /etc/half; exit 7")
    try await ImageSite.with(["install.d/50-fail": fail]) { site in
      let inside = try await site.build(
        ["-t", "tar"], ["fake-os", "test"],
        ["break": "after-error", "break_cmd": "cat /etc/half || false; pwd"], status: 7)
      #expect(inside.contains("half\n") && inside.contains(" /\n"))
      let outside = try await site.build(
        ["-t", "tar"], ["fake-os", "test"],
        [
          "break": "after-error", "break_outside_target": "1",
          "break_cmd": "cp $TMP_MOUNT_PATH/etc/half copied",
        ], status: 7)
      #expect(!outside.contains("half\n") && site.callers("copied") == "half\n")
    }
  }

  @Test("C088 packages of -p come between install.d and post-install.d") func c088() async throws {
    let element: [String: FixtureFile] = [
      "root.d/50-installer": CommandLineFactTests.installer,
      "install.d/99-last": .script("echo install.d >> /etc/installed"),
      "post-install.d/00-first": .script("echo post-install.d >> /etc/installed"),
      "environment.d/50-variable": "export SEEN=1\n",
    ]
    try await ImageSite.with(element) {
      try await $0.build(["-t", "directory", "-p", "package"])
      #expect($0.text("etc/installed") == "install.d\npackage\npost-install.d\n")
    }
  }

  @Test("C089 working directories are removed after success and after failure") func c089()
    async throws
  {
    let element: [String: FixtureFile] = [
      "extra-data.d/50-say": .script(
        "echo x > \"$TMP_BUILD_DIR/x\"; echo x > \"$TMP_IMAGE_DIR/x\"; echo \"$TMP_BUILD_DIR\" > build"
      ),
      "finalise.d/50-fail": .script("exit \"$ENDING\""),
    ]
    try await ImageSite.with(element) { site in
      let (cache, temporary) = (site.folder.appending("cache"), site.folder.appending("tmp"))
      try temporary.createDirectories()
      for ending: Int32 in [0, 4] {
        try await site.build(
          ["-t", "directory"], ["fake-os", "test"],
          [
            "ENDING": "\(ending)", "TIE_CHECK_CACHE": cache.string, "TMP_DIR": temporary.string,
            "TMPDIR": temporary.string,
          ], status: ending)
        let build = try #require(site.callers("build")?.dropLast())
        #expect(build.hasPrefix(cache.string) && FileStatus(FilePath(String(build))) == nil)
        #expect(fileNames(in: temporary) == [] && fileNames(in: cache.appending("work")) == [])
      }
    }
  }

  @Test("C090 builds need no tmpfs; its options are accepted") func c090() async throws {
    let hook = FixtureFile.script(
      "grep -c \"$TMP_BUILD_DIR tmpfs\" /proc/mounts > count || true; echo \"$DIB_MIN_TMPFS $DIB_NO_TMPFS\" > options"
    )
    try await ImageSite.with(["extra-data.d/50-look": hook]) {
      try await $0.build()
      #expect($0.callers("count") == "0\n" && $0.callers("options") == "2 0\n")
      try await $0.build(["-t", "directory", "--min-tmpfs", "7", "--no-tmpfs"])
      #expect($0.callers("count") == "0\n" && $0.callers("options") == "7 1\n")
    }
  }
}
