@testable import ImageBuilder
import Sandbox
import TestSupport
import Testing

/// What hooks are told of the disk, and volumes on it.
@Suite(.requires(.root), .requires(.loopDevices)) struct DeviceFactTests {
  @Test("C070 DIB_IMAGE_SIZE is in KiB from block-device.d on") func c070() async throws {
    let look = FixtureFile.script("echo \"size in ${0%/*}: $DIB_IMAGE_SIZE\"")
    try await ImageSite.with(
      ["post-root.d/50-size": look, "block-device.d/50-size": look, "pre-finalise.d/50-size": look]
    ) {
      let output = try await $0.build(["-t", "raw"], ["fake-os", "test"], ImageSite.smallDisk)
      #expect(output.contains("post-root.d: 0.1"))
      #expect(output.contains("block-device.d: 104896"))
      #expect(output.contains("pre-finalise.d: 104896"))
    }
  }

  @Test("C071 IMAGE_BLOCK_DEVICE and IMAGE_BLOCK_DEVICES are there from pre-finalise.d on")
  func c071() async throws {
    let look = FixtureFile.script(
      "echo \"${0%/*} ${IMAGE_BLOCK_DEVICE:-none} [${IMAGE_BLOCK_DEVICES:-}]\"")
    try await ImageSite.with(
      ["post-root.d/50-look": look, "pre-finalise.d/50-look": look, "finalise.d/50-look": look]
    ) {
      let output = try await $0.build(["-t", "raw"], ["fake-os", "test"], ImageSite.smallDisk)
      #expect(output.contains("post-root.d none []"))
      #expect(output.contains(#/pre-finalise.d (/dev/loop\d+) \[ \[image0\]=\1 /#))
      #expect(output.contains(#/[^-]finalise.d (/dev/loop\d+) \[ \[image0\]=\1 /#))
    }
  }

  @Test("C124 LVM is made in order, volumes in whole extents, thin ones by -V") func c124() throws {
    let layout = try layout(
      """
      - local_loop: {name: image0}
      - lvm:
          name: lvm
          pvs: [{name: pv, base: image0, options: ["--force"]}]
          vgs: [{name: vg, base: [pv]}]
          lvs:
            - {name: pool, base: vg, type: thin-pool, size: 30MiB}
            - {name: root, base: vg, type: thin, thin-pool: pool, size: "10000000"}
            - {name: rest, base: vg, extents: 50%FREE}
      - mkfs: {name: mkfs_root, base: root, type: ext4, mount: {mount_point: /}}
      """)
    let commands = VolumeMaker.commands(for: layout.volumeGroups) { _ in "/dev/loop7" }
    #expect(
      commands.map { ([$0.executable] + $0.arguments).joined(separator: " ") } == [
        "pvcreate /dev/loop7 --force", "vgcreate vg /dev/loop7",
        "lvcreate --name pool --type thin-pool -L \(28 << 20)B vg",
        "lvcreate --name root --type thin --thinpool pool -V \(8 << 20)B vg",
        "lvcreate --name rest -l 50%FREE vg",
      ])
  }

  @Test("C125 getval tells labels before, and devices after create") func c125() async throws {
    try await ImageSite.with([
      "post-root.d/50-early": .script("echo \"label $(dib-block-device getval root-label)\""),
      "pre-finalise.d/50-late": .script(
        """
        device=$(dib-block-device getval image-block-device)
        [ -b "$device" ] && [ "$device" = "$IMAGE_BLOCK_DEVICE" ]
        echo "mounts $(dib-block-device getval mount-points)"
        """),
    ]) {
      let output = try await $0.build(["-t", "raw"], ["fake-os", "test"], ImageSite.smallDisk)
      #expect(output.contains("label cloudimg-rootfs") && output.contains("mounts /"))
    }
  }
}
