import ElementModel
import ImageBuilder
import Sandbox
import SystemPackage
import TestSupport
import Testing

/// What hooks see and may do, in real builds; the names in brackets are facts of dib-contract 17.
@Suite(.requires(.root)) struct HookContractTests {
  @Test func theHookTreeIsReadOnlyInTheChrootAndGoneAfterwards() async throws {  // C074
    try await BuildFixture.with { fixture in
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

  @Test func whatExtraDataAddsToTheHookTreeReachesTheChroot() async throws {
    try await BuildFixture.with { fixture in
      let rootfs = try await fixture.build([
        "extra-data.d/50-add": .script(
          """
          echo secret > "$TMP_HOOKS_PATH/key"
          mkdir -p "$TMP_HOOKS_PATH/install.d"
          printf '#!/bin/bash\\ncat /tmp/in_target.d/key > /etc/key\\n' \\
              > "$TMP_HOOKS_PATH/install.d/60-added"
          chmod +x "$TMP_HOOKS_PATH/install.d/60-added"
          """)
      ])
      #expect(try await fixture.text("/etc/key", in: rootfs) == "secret\n")
    }
  }

  @Test func environmentFilesAreSourcedInByteOrderForEachHook() async throws {  // C059, C061
    try await BuildFixture.with { fixture in
      try await fixture.build([
        "environment.d/10-a": "export ORDER=${ORDER:-}a\n",
        "environment.d/5-b": "export ORDER=${ORDER:-}b\n",
        "environment.d/9-c.bash": "export ORDER=${ORDER:-}c\nreturn 0\nexport ORDER=never\n",
        "install.d/10-x": .script("echo \"$ORDER\""),
        "install.d/20-x": .script("echo \"$ORDER ${DIB_DEFAULT_INSTALLTYPE}\""),
      ])
      #expect(fixture.output.contains("install.d/10-x: abc"))
      #expect(fixture.output.contains("install.d/20-x: abc source"))
    }
  }

  @Test func anUnsetVariableInAnEnvironmentFileStopsTheBuild() async throws {  // C060
    try await BuildFixture.with { fixture in
      await #expect(throws: BuildError.self) {
        try await fixture.build([
          "environment.d/50-broken": "export A=$NOT_SET_ANYWHERE\n",
          "install.d/10-x": .script("echo never"),
        ])
      }
      #expect(!fixture.output.contains("install.d/10-x: never"))
    }
  }

  @Test func aFailingHookIsNamedWithItsStatusAndLine() async throws {  // C023
    try await BuildFixture.with { fixture in
      do {
        try await fixture.build(["install.d/50-fail": .script("echo before\nno-such-command")])
        Issue.record("the build succeeded")
      } catch BuildError.hookFailed(let failure) {
        #expect(failure.hook == "50-fail")
        #expect(failure.element == "test")
        #expect(failure.status == 127)
        #expect(failure.line == 4)
        #expect(failure.lastLines.first == "before")
      }
    }
  }

  @Test func hooksSeeTheKernelsFileSystemsAndNoMore() async throws {  // C075
    try await BuildFixture.with { fixture in
      try await fixture.build([
        "install.d/50-mounts": .script(
          "while read -r _ target type options _; do echo \"$target $type ${options%%,*}\"; done < /proc/mounts"
        )
      ])
      #expect(fixture.output.contains("install.d/50-mounts: /proc proc rw"))
      #expect(fixture.output.contains("install.d/50-mounts: /sys sysfs ro"))
      #expect(!fixture.output.contains { $0.hasPrefix("install.d/50-mounts: /run ") })
    }
  }

  @Test func theHostsResolverIsUsedAndTheImagesComesBack() async throws {  // C078, C079
    try await BuildFixture.with { fixture in
      let files: [String: FixtureFile] = [
        "root.d/50-own": .script("echo original > \"$TARGET_ROOT/etc/resolv.conf\""),
        "install.d/50-look": .script(
          "cat /etc/resolv.conf > /etc/seen; echo edited >> /etc/resolv.conf.ORIG"),
      ]
      func build(_ resolver: String) async throws -> Rootfs {
        try await fixture.build(files) { $0.resolverConfiguration = Array(resolver.utf8) }
      }
      _ = try await build("nameserver 192.0.2.1\n")
      let rootfs = try await build("nameserver 192.0.2.2\n")
      #expect(try await fixture.text("/etc/seen", in: rootfs) == "nameserver 192.0.2.2\n")
      #expect(try await fixture.text("/etc/resolv.conf", in: rootfs) == "original\nedited\n")
      #expect(try await fixture.text("/etc/resolv.conf.ORIG", in: rootfs) == nil)
    }
  }

  @Test func aTreeWithoutAResolverEndsWithoutOne() async throws {  // C081
    try await BuildFixture.with { fixture in
      let rootfs = try await fixture.build([:])
      #expect(try await fixture.text("/etc/resolv.conf", in: rootfs) == nil)
    }
  }

  @Test func temporaryFilesAndLogsAreEmptied() async throws {  // C082
    try await BuildFixture.with { fixture in
      let rootfs = try await fixture.build([
        "install.d/50-write": .script(
          "echo x > /tmp/x; echo x > /var/log/x; echo x > /root/x.log; echo x > /root/keep")
      ])
      #expect(try await fixture.text("/tmp/x", in: rootfs) == nil)
      #expect(try await fixture.text("/var/log/x", in: rootfs) == "")
      #expect(try await fixture.text("/root/x.log", in: rootfs) == nil)
      #expect(try await fixture.text("/root/keep", in: rootfs) == "x\n")
    }
  }

  @Test func anEmptyRootIsRefused() async throws {  // C085
    try await BuildFixture.with { fixture in
      await #expect(throws: BuildError.self) {
        try await fixture.build([
          "root.d/90-empty": .script("rm -rf \"${TARGET_ROOT:?}\"/*")
        ])
      }
    }
  }

  @Test func bindMountsOfHooksLastUntilPostRoot() async throws {  // C077
    try await BuildFixture.with { fixture in
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
      #expect(
        String(decoding: try cache.appending("download").contents(), as: UTF8.self) == "kept\n")
      #expect(try await fixture.text("/cache/download", in: rootfs) == nil)
      #expect(!fixture.output.contains("finalise.d/50-look: download"))
    }
  }

  @Test func aHookThatTakesTooLongIsStopped() async throws {
    try await BuildFixture.with { fixture in
      do {
        try await fixture.build(["install.d/50-slow": .script("sleep 60")]) {
          $0.hookTimeout = .milliseconds(300)
        }
        Issue.record("the build succeeded")
      } catch BuildError.hookFailed(let failure) {
        #expect(failure.ending == .timedOut(.milliseconds(300)))
      }
    }
  }
}

extension FixtureFile {
  /// A hook with these commands.
  static func script(_ commands: String) -> FixtureFile {
    .executable("#!/bin/bash\nset -eu -o pipefail\n\(commands)\n")
  }
}
