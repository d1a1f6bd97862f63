import Sandbox
import SystemPackage
import TestSupport
import Testing

/// What becomes of `/etc/resolv.conf` (dib-contract section 7.1, steps 7 and 25).
@Suite(.requires(.root)) struct ResolverConfigurationTests {
  @Test func aFileThatNobodyMayChangeIsKept() async throws {
    try await BuildFixture.with { fixture in
      let rootfs = try await fixture.build([
        "root.d/90-first": .script("echo first > \"$TARGET_ROOT/etc/resolv.conf\""),
        "extra-data.d/50-own": .script(
          """
          echo own > "$TMP_MOUNT_PATH/etc/resolv.conf"
          chattr +i "$TMP_MOUNT_PATH/etc/resolv.conf"
          """),
      ])
      #expect(try await fixture.text("etc/resolv.conf", in: rootfs) == "own\n")
      #expect(try await fixture.text("etc/resolv.conf.ORIG", in: rootfs) == nil)
    }
  }

  @Test func anyOtherFileMakesPlaceForTheImagesOwn() async throws {
    try await BuildFixture.with { fixture in
      let rootfs = try await fixture.build([
        "root.d/90-first": .script("echo first > \"$TARGET_ROOT/etc/resolv.conf\""),
        "extra-data.d/50-own": .script("echo own > \"$TMP_MOUNT_PATH/etc/resolv.conf\""),
      ])
      #expect(try await fixture.text("etc/resolv.conf", in: rootfs) == "first\n")
      #expect(try await fixture.text("etc/resolv.conf.ORIG", in: rootfs) == nil)
    }
  }
}
