import Foundation
import Sandbox
import SystemPackage
import TestSupport
import Testing

/// Builds whose last hooks work on the disk, as loop devices of this host.
@Suite(.requires(.root), .requires(.loopDevices), .serialized) struct LoopIsolationTests {
  private static let layout = """
    - local_loop: {name: image0}
    - partitioning:
        base: image0
        label: mbr
        partitions:
          - {name: root, flags: [boot, primary], size: 60%, mkfs: {name: mkfs_root, type: ext4, mount: {mount_point: /, fstab: {fsck-passno: 1}}}}
          - {name: srv, size: 100%, mkfs: {type: ext4, label: srv, opts: '', mount: {mount_point: /srv}}}
    """

  private static let element: [String: FixtureFile] = [
    "pre-finalise.d/10-size": .script(
      "echo $DIB_IMAGE_SIZE \"$DIB_MOUNTPOINTS\" $DIB_ROOT_LABEL > $TMP_MOUNT_PATH/etc/told"),
    "pre-finalise.d/20-values": .script(
      """
      cd $TMP_MOUNT_PATH/etc
      for symbol in root-label root-fstype boot-label mount-points image-block-device; do
          dib-block-device getval $symbol
      done > values
      $_LIB/dib-block-device getval image-block-devices >> values
      dib-block-device getval nonsense
      grep image-size "$DIB_BLOCK_DEVICE_PARAMS_YAML" > parameters
      cat $TMP_BUILD_DIR/states/block-device/state.json > state
      """),
    "finalise.d/50-device": .script(
      """
      echo "$IMAGE_BLOCK_DEVICE$IMAGE_BLOCK_DEVICES" > /etc/devices
      while read -r line; do echo "$line"; done < /proc/self/mountinfo > /etc/mounted
      [ -b "$IMAGE_BLOCK_DEVICE" ] && [ -b "${IMAGE_BLOCK_DEVICE}p1" ]
      cat /etc/fstab > /etc/seen
      echo below > /srv/below
      """),
    "cleanup.d/90-mark": .script("echo cleanup > $TARGET_ROOT/etc/cleanup"),
  ]

  @Test func lastHooksWorkOnTheDisk() async throws {
    try await IsolationFixture.with(Self.element) { fixture in
      let outcome = try await fixture.build("raw,tar", layout: Self.layout)
      try #require(outcome.status == 0, "\(outcome.output)")
      #expect(
        outcome.output.contains(
          "isolation loop: `pre-finalise.d/20-values` needs the disk's devices"))
      let root = "\(fixture.image("raw"))?offset=1048576"
      let devices = try await fixture.run("debugfs", "-R", "cat /etc/devices", root)
      let match = try #require(
        devices.wholeMatch(
          of: /(\/dev\/loop\d+) \[image0\]=(.*)  \[root\]=(.*)  \[srv\]=(.*) \n/))
      #expect(match.1 == match.2 && match.3 == "\(match.1)p1" && match.4 == "\(match.1)p5")
      let mounted = try await fixture.run("debugfs", "-R", "cat /etc/mounted", root)
      #expect(mounted.contains(" / / ") && mounted.contains(" ext4 \(match.3) "))
      #expect(mounted.contains(" / /srv ") && mounted.contains(" ext4 \(match.4) "))
      let told = try await fixture.run("debugfs", "-R", "cat /etc/told", root)
      #expect(told == "209728 /|/srv cloudimg-rootfs\n")
      let values = try await fixture.run("debugfs", "-R", "cat /etc/values", root)
      #expect(
        values == """
          cloudimg-rootfs
          ext4

          /|/srv
          \(match.1)
          \(devices.trimmingPrefix(/[^ ]*/))
          """)
      let state = try await fixture.run("debugfs", "-R", "cat /etc/state", root)
      #expect(state.contains(#""blockdev":{"#) && state.contains(#""sorted_mount_points":["#))
      _ = try await fixture.run("e2fsck", "-fn", root)
      for (name, text) in [
        ("etc/seen", "LABEL=cloudimg-rootfs / ext4 defaults 0 1\n"), ("etc/cleanup", "cleanup\n"),
        ("etc/parameters", "image-size: 209728KiB\n"),
        ("srv/below", "below\n"), ("etc/devices", devices),
      ] {
        #expect(
          try await fixture.run("tar", "-xOf", fixture.image("tar"), "./\(name)") == text, "\(name)"
        )
      }
      let names = try await fixture.run("tar", "-tf", fixture.image("tar"))
      #expect(!names.contains("lost+found"))
      #expect(fixture.loopDevices == [])
    }
  }

  @Test func aFailingHookGivesItsStatusAndLeavesNoDevice() async throws {
    try await IsolationFixture.with([
      "finalise.d/50-fail": .script(": $IMAGE_BLOCK_DEVICE; exit 7")
    ]) { fixture in
      let outcome = try await fixture.build("raw", layout: Self.layout)
      #expect(outcome.status == 7, "\(outcome.output)")
      #expect(fixture.loopDevices == [])
      #expect(try fixture.folder.appending("cache/work").children() == [])
    }
  }

  @Test(arguments: [SIGKILL, SIGINT]) func stoppedItLeavesNoDevice(_ signal: CInt) async throws {
    try await IsolationFixture.with([
      "finalise.d/50-wait": .script(": $IMAGE_BLOCK_DEVICE; sleep 200")
    ]) { fixture in
      let build = Task {
        try await fixture.build("raw", ["--isolation", "loop"], layout: Self.layout)
      }
      try await fixture.wait { !fixture.loopDevices.isEmpty }
      try await Task.sleep(for: .milliseconds(300))
      for process in fixture.processes { kill(process, signal) }
      let status = try await build.value.status
      #expect(status == (signal == SIGINT ? 130 : SIGKILL))
      try await fixture.wait { fixture.loopDevices.isEmpty }
      #expect(fixture.processes == [])
    }
  }
}
