import Diagnostics
import ElementModel
@testable import ImageBuilder
import Sandbox
import SystemPackage
import TestSupport
import Testing

/// Which isolation is chosen, and why.
@Suite struct IsolationChoiceTests {
  private let able = IsolationHost(
    hasLoopDevices: true, hasMachine: true, fileSystems: ["ext4", "vfat", "xfs"])
  private let bare = IsolationHost(hasLoopDevices: false, hasMachine: true, fileSystems: ["ext4"])

  @Test func withoutAHookThatAsksItIsDirect() throws {
    #expect(try choice(nil, ["ext4", "vfat"], on: bare).isolation == .direct)
  }

  @Test func aHookThatAsksGetsLoop() throws {
    let choice = try choice(nil, ["ext4"], hook: "finalise.d/50-boot", on: able)
    #expect(choice.isolation == .loop)
    #expect(choice.reason == "`finalise.d/50-boot` needs the disk's devices")
  }

  @Test(arguments: [["ext4", "vfat"], ["ext4"]])
  func whereTheHostCannotItIsAMachine(types: [String]) throws {
    let choice = try choice(nil, types, hook: "finalise.d/50-boot", on: bare)
    #expect(choice.isolation == .machine)
    #expect(choice.reason.contains("there are no loop devices"))
  }

  @Test func whatTheKernelFillsIsNotDirectWithoutIt() throws {
    var host = able
    host.fileSystems = ["ext4"]
    let choice = try choice(nil, ["xfs"], on: host)
    #expect(choice.isolation == .machine)
    #expect(choice.reason == "the kernel of this host knows no xfs")
  }

  @Test(arguments: [Isolation.direct, .loop]) func volumeGroupsNeedAMachine(_ wanted: Isolation)
    throws
  {
    var layout = layout(["ext4"])
    layout.volumeGroups = [VolumeGroup(name: "vg", physicalVolumes: [], logicalVolumes: [])]
    #expect(try IsolationChoice(nil, layout, hook: nil, on: able).isolation == .machine)
    #expect(throws: InputError.self) {
      try IsolationChoice(wanted, layout, hook: nil, on: able)
    }
  }

  @Test func whatTheHostLacksIsToldWithTheMend() {
    #expect(throws: MissingIsolation.self) { try choice(.loop, ["ext4"], on: bare) }
    let hostless = IsolationHost(hasLoopDevices: false, hasMachine: false, fileSystems: ["ext4"])
    let error = #expect(throws: MissingIsolation.self) {
      try choice(nil, ["ext4"], hook: "finalise.d/50-boot", on: hostless)
    }
    #expect(
      error?.hint == "`apt-get install user-mode-linux`; or run `modprobe loop`, or in a container "
        + "pass `/dev/loop-control` through")
    #expect(error?.reason.contains("needed because `finalise.d/50-boot` needs the disk's") == true)
  }

  @Test func aHookThatAsksCannotBeDirect() throws {
    let error = try #require(throws: InputError.self) {
      try choice(.direct, ["ext4"], hook: "finalise.d/50-boot", on: able)
    }
    #expect(error.message.contains("`finalise.d/50-boot` needs the disk's devices"))
    #expect(error.hint == "use `--isolation auto`")
  }

  @Test(arguments: ["fat", "msdos", "vfat"]) func everyNameOfFATIsKnown(type: String) throws {
    let choice = try choice(nil, ["ext4", type], hook: "finalise.d/50-boot", on: able)
    #expect(choice.isolation == .loop)
    #expect(layout([type]).fileSystems[0].kernelType == "vfat")
  }

  @Test func aMachineHasDevicesForFifteenDisks() throws {
    var layout = layout(["ext4"])
    layout.disks = (0..<15).map { DiskDescription(name: "image\($0)") }
    #expect(try IsolationChoice(nil, layout, hook: nil, on: able).isolation == .machine)
    #expect(Machine.devices(of: layout)["image14"] == "/dev/ubdo")
    layout.disks.append(DiskDescription(name: "image15"))
    #expect(throws: InputError.self) { try IsolationChoice(nil, layout, hook: nil, on: able) }
  }

  @Test func dashesInNamesOfVolumesAreDoubled() {
    let volume = LogicalVolume(name: "a-b", size: .bytes(4 << 20))
    #expect(volume.node(in: "v--g") == "/dev/mapper/v----g-a--b")
  }

  @Test(arguments: [
    ("echo $IMAGE_BLOCK_DEVICE", true), ("echo ${IMAGE_BLOCK_DEVICES[@]}", true),
    ("dib-block-device getval image-block-device", true),
    ("device=$(dib-block-device getval image-path)", true),
    ("dib-block-device getval root-label", false), ("tool --image-path x", false),
  ])
  func hooksAreAskedWhetherTheyNeedDevices(_ script: String, _ needs: Bool) throws {
    let hook = try withElements([
      "test/finalise.d/50-x": .script(script), "test/element-provides": "operating-system\n",
    ]) { tree in
      try IsolationChoice.demandingHook(in: ElementResolver(tree).resolve(["test"]))
    }
    #expect(hook == (needs ? "finalise.d/50-x" : nil))
  }

  @Test func volumesAreMadeInTheContractsOrder() {
    let group = VolumeGroup(
      name: "vg", physicalVolumes: [PhysicalVolume(name: "pv", device: .partition("p"))],
      logicalVolumes: [
        LogicalVolume(name: "pool", size: .bytes(4 << 20), kind: .thinPool),
        LogicalVolume(name: "thin", size: .bytes(8 << 20), kind: .thin(pool: "pool")),
        LogicalVolume(name: "rest", size: .extents("20%VG"), options: ["-Zn"]),
      ])
    let commands = VolumeMaker.commands(for: [group]) { _ in "/dev/loop0p1" }
    #expect(
      commands.map(\.description) == [
        "pvcreate /dev/loop0p1", "vgcreate vg /dev/loop0p1",
        "lvcreate --name pool --type thin-pool -L 4194304B vg",
        "lvcreate --name thin --type thin --thinpool pool -V 8388608B vg",
        "lvcreate --name rest -l 20%VG -Zn vg",
      ])
  }

  private func choice(
    _ wanted: Isolation?, _ types: [String], hook: String? = nil, on host: IsolationHost
  ) throws -> IsolationChoice {
    try IsolationChoice(wanted, layout(types), hook: hook, on: host)
  }

  private func layout(_ types: [String]) -> DiskLayout {
    DiskLayout(
      disks: [DiskDescription(name: "image0")],
      fileSystems: types.enumerated().map { index, type in
        FileSystemDescription(
          name: "fs\(index)", device: .disk("image0"), type: type, label: "l\(index)",
          mountPoint: FilePath(index == 0 ? "/" : "/m\(index)"))
      })
  }
}
