import Diagnostics
import ElementModel

/// Flags block-device files that break the schema.
struct InvalidBlockDevice: FormatRule {
  static let kind = FormatProblem.Kind.invalidBlockDevice
  static let metadata = RuleMetadata(
    code: "BD901",
    name: "invalid-block-device",
    severity: .error,
    rationale: """
      The build stops, after all packages are installed, at a node with an unknown key, a missing
      base or size, a label that is used twice, or a base that does not exist.
      """,
    flagged: [
      [
        "foo/block-device-default.yaml":
          "- local_loop:\n    name: image0\n- partitioning:\n    base: image0\n    label: «dos»\n    partitions:\n      - name: root\n        size: 100%\n"
      ]
    ],
    accepted: [
      [
        "foo/block-device-default.yaml":
          "- local_loop:\n    name: image0\n- partitioning:\n    base: image0\n    label: mbr\n    partitions:\n      - name: root\n        flags: [boot, primary]\n        size: 100%\n"
      ]
    ])
}
