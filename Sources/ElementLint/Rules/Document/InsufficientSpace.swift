import Diagnostics
import Documents
import ElementModel

/// Flags partitions and volumes that do not fit into what they are part of.
struct InsufficientSpace: DocumentRule {
  static let metadata = RuleMetadata(
    code: "BD902",
    name: "insufficient-space",
    severity: .warning,
    rationale: """
      Percentages of partitions are of what is still free, those of logical volumes (`%VG`) of the
      whole group. The build stops, after all packages are installed, where sizes add up to more than
      there is.
      """,
    flagged: [
      [
        "foo/block-device-default.yaml": """
        - local_loop:
            name: image0
            size: 4GiB
        - partitioning:
            base: image0
            label: gpt
            partitions:
              - {name: boot, size: 1GiB}
              - {name: root, size: «4GiB»}

        """
      ],
      [
        "foo/block-device-default.yaml": """
        - local_loop: {name: image0}
        - partitioning:
            base: image0
            label: gpt
            partitions:
              - {name: pv, size: 100%}
              - {name: rest, size: «10%»}
        - lvm:
            name: lvm
            pvs: [{name: pv0, base: pv}]
            vgs: [{name: vg, base: [pv0]}]
            lvs:
              - {name: root, base: vg, extents: 80%VG}
              - {name: home, base: vg, extents: «30%VG»}

        """
      ],
    ],
    accepted: [
      [
        "foo/block-device-default.yaml": """
        - local_loop: {name: image0}
        - partitioning:
            base: image0
            label: gpt
            partitions:
              - {name: boot, size: 50%}
              - {name: pv, size: 100%}
        - lvm:
            name: lvm
            pvs: [{name: pv0, base: pv}]
            vgs: [{name: vg, base: [pv0]}]
            lvs:
              - {name: root, base: vg, extents: 80%VG}
              - {name: home, base: vg, extents: 20%VG}

        """
      ]
    ])

  func check(_ document: LintedDocument) -> [Finding] {
    let path = document.file.file.path
    return BlockDeviceSpace(document.blockDevices).shortages.map { shortage in
      let size = shortage.size
      return finding(
        "`\(size.text ?? "")` is too much: \(shortage.reason)",
        at: SourceLocation(path, size.start, to: size.end), hint: "make one of the sizes smaller")
    }
  }
}
