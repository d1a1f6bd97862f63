import Sandbox
import SystemPackage
import TestSupport
import Testing

/// Images of real Debian, booted until a unit in them says so on the console.
@Suite(.requires(.root), .tags(.network), .serialized) struct BootTests {
  @Test func oneImageBootsByBIOSAndByUEFI() async throws {
    try await withImage(type: "qcow2", of: ["vm", "block-device-efi"]) { image in
      for firmware in Emulator.Firmware.allCases {
        let console = try await Emulator(firmware).boot(image)
        #expect(console.hasBooted, "\(firmware): \(console.tail)")
        #expect(console.mounts.contains { $0.hasSuffix(" / ext4") }, "\(console.mounts)")
        #expect(console.mounts.contains { $0.hasSuffix(" /boot/efi vfat") }, "\(console.mounts)")
        #expect(console.failedUnits == [])
      }
    }
  }

  @Test(arguments: ["ext4", "xfs", "btrfs"])
  func rootOfEveryTypeBoots(_ type: String) async throws {
    let layout = """
      - local_loop: {name: image0}
      - partitioning:
          base: image0
          label: gpt
          partitions:
            - name: root
              size: 100%
              mkfs:
                type: \(type)
                label: img-rootfs
                mount: {mount_point: /, fstab: {options: "defaults,noatime", fsck-passno: 1}}
      """
    try await withImage(type: "raw", layout: layout) { image in
      let console = try await UserModeLinux(root: "/dev/ubda1").boot(image)
      #expect(console.hasBooted, "\(console.tail)")
      #expect(console.mounts == ["/dev/ubda1 / \(type)"])
      #expect(console.failedUnits == [])
    }
  }

  @Test func rootInAThinPoolBoots() async throws {
    let layout = """
      - local_loop: {name: image0, size: 3GiB}
      - partitioning: {base: image0, label: gpt, partitions: [{name: data, size: 100%}]}
      - lvm:
          name: lvm
          pvs: [{name: pv, base: data}]
          vgs: [{name: vg, base: [pv]}]
          lvs:
            - {name: pool, base: vg, type: thin-pool, size: 2GiB}
            - {name: root, base: vg, type: thin, thin-pool: pool, size: 4GiB}
            - {name: home, base: vg, extents: 50%FREE}
      - mkfs: {name: mkfs_root, base: root, type: ext4, mount: {mount_point: /, fstab: {fsck-passno: 1}}}
      - mkfs: {name: mkfs_home, base: home, type: ext4, mount: {mount_point: /home, fstab: {}}}
      """
    // These make the other volume, and tell systemd of it.
    try await withImage(type: "raw", of: ["-p", "lvm2,udev"], layout: layout) { image in
      let console = try await UserModeLinux(root: "/dev/mapper/vg-root").boot(image)
      #expect(console.hasBooted, "\(console.tail)")
      #expect(
        console.mounts == ["/dev/mapper/vg-root / ext4", "/dev/mapper/vg-home /home ext4"])
      #expect(console.failedUnits == [])
    }
  }

  /// Builds `debian-minimal`, the element that tells of the boot, and `elements`.
  private func withImage(
    type: String, of elements: [String] = [], layout: String? = nil,
    _ body: (FilePath) async throws -> Void
  ) async throws {
    try await withTree(bootMarker) { folder in
      var variables = [
        "TIE_CHECK_CACHE": Checkout.layers.string, "ELEMENTS_PATH": folder.string,
        "DIB_RELEASE": "bookworm",
      ]
      variables["DIB_BLOCK_DEVICE_CONFIG"] = layout
      let image = folder.appending("image.\(type)")
      let outcome = try await BuiltProgram.run(
        ["build", "-n", "-t", type, "-o", image.string, "debian-minimal", "boot-marker"] + elements,
        variables)
      try #require(outcome.status == 0, "\(outcome.output)")
      let packages = try folder.appending("image.d/packages.json").contents()
      #expect(String(decoding: packages, as: UTF8.self).contains("\"name\" : \"base-files\""))
      try await body(image)
    }
  }
}
