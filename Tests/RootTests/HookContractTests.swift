import ElementModel
import ImageBuilder
import Sandbox
import SystemPackage
import TestSupport
import Testing

/// What hooks may do, in real builds, beyond the facts that ConformanceTests prove.
@Suite(.requires(.root)) struct HookContractTests {
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

  @Test func aFailingHookIsNamedWithItsStatusAndLine() async throws {
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
