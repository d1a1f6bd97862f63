import ElementModel
import SystemPackage
import Testing

private func problems(_ bytes: [UInt8], _ path: FilePath) -> [FormatProblem] {
  BlockDeviceDocument.parse(bytes, path: path).problems
}

@Suite struct BlockDeviceDocumentTests {
  @Test(arguments: [
    ("«local_loop: {}»\n", 1), ("- «{local_loop: {name: a}, mkfs: {}}»\n", 1), ("- «luks»:\n", 1),
    ("- «mkfs»: {type: ext4}\n", 1), ("- local_loop: {name: a, «sise»: 1GiB}\n", 1),
    ("- local_loop: {name: a, size: «1»}\n", 1), ("- local_loop: {name: a, size: «1 gib»}\n", 1),
    ("- local_loop: {name: a}\n- «mkfs»: {base: a}\n", 1),
    ("- local_loop: {name: a}\n- «mkfs»: {base: b, type: xfs}\n", 1),
    ("- local_loop: {name: a}\n- mkfs: {base: a, type: xfs, label: «thirteen-long»}\n", 1),
    ("- local_loop: {name: a}\n- «mkfs»: {base: a, type: ext4, name: more-than-sixteen}\n", 1),
    ("- local_loop: {name: a}\n- «local_loop»: {name: a}\n", 1),
    (
      "- local_loop: {name: a}\n- mkfs: {base: a, type: ext4, mount: {mount_point: /}}\n- mkfs: {base: a, name: b, type: ext4, mount: {mount_point: «/»}}\n",
      1
    ),
    (
      "- local_loop: {name: a}\n- mkfs: {base: a, type: ext4, label: x}\n- mkfs: {base: a, name: b, type: xfs, label: «x»}\n",
      1
    ),
    ("- «mkfs»: {name: a, base: b, type: ext4}\n- mkfs: {name: b, base: a, type: ext4}\n", 1),
    ("- local_loop: {name: a}\n- partitioning: {base: a, label: «dos», partitions: []}\n", 1),
    ("- local_loop: {name: a}\n- «partitioning»: {base: a, label: gpt}\n", 1),
    (
      "- local_loop: {name: a}\n- partitioning: {base: a, label: gpt, partitions: [«{name: b}»]}\n",
      1
    ),
    (
      "- local_loop: {name: a}\n- partitioning: {base: a, label: gpt, partitions: [{name: b, size: 1M, flags: [«primary»]}]}\n",
      1
    ),
    (
      "- local_loop: {name: a}\n- partitioning: {base: a, label: mbr, partitions: [{name: b, size: 1M, flags: [«bot»], type: «83»}]}\n",
      2
    ),
    (
      "- local_loop: {name: a}\n- lvm: {name: l, pvs: [{name: p, base: a}], vgs: [{name: v, base: [p]}], lvs: [«{name: x, base: v}»]}\n",
      1
    ),
    (
      "- local_loop: {name: a}\n- lvm: {name: l, pvs: [{name: p, base: a}], vgs: [«{name: v, base: [q]}»], lvs: [{name: x, base: v, size: 1G, type: «thick»}]}\n",
      2
    ),
  ])
  func problemIsFoundAtItsPlace(text: String, count: Int) {
    expectProblems(Array(repeating: .invalidBlockDevice, count: count), in: text, problems)
  }

  @Test(arguments: ["", "# nothing\n", "a: [", "~"]) func brokenFileIsAProblem(text: String) {
    #expect(problems(Array(text.utf8), "f").map(\.kind) == [.invalidBlockDevice])
  }

  @Test func longChainsAndCirclesEndInTime() {
    let rows = (0..<400).map {
      "- mkfs: {name: n\($0), base: n\(($0 + 1) % 400), type: x, label: l\($0)}\n"
    }
    #expect(problems(Array(rows.joined().utf8), "f").count == 1)
  }

  @Test func fileNamesGoByArchitecture() {
    #expect(
      BlockDeviceDocument.fileNames(for: "ppc64le")
        == ["block-device-ppc64el.yaml", "block-device-default.yaml"])
    #expect(BlockDeviceDocument.fileNames(for: "arm64").first == "block-device-arm64.yaml")
  }
}

@Suite struct VolumeSizeTests {
  @Test func percentIsOfTheRest() {
    #expect(VolumeSize(parsing: "100%") == .percent(100))
    #expect(VolumeSize(parsing: "12.5 %") == .percent(12.5))
  }

  @Test(arguments: [
    "", "1 gib", "1Mib", "-1", "x", "1.2.3M", "%", "1e400", "99999999999999999999T", "1M x",
  ])
  func otherTextsAreNoSizes(text: String) {
    #expect(VolumeSize(parsing: text) == nil)
  }
}
