import Diagnostics
import ElementModel
import SystemPackage

/// Flags symbolic links that lead out of their element.
struct LinkLeavesElement: FileRule {
  static let metadata = RuleMetadata(
    code: "FS204",
    name: "link-leaves-element",
    severity: .warning,
    rationale: """
      Elements are found by name in several directories and copied into one tree. A link to a file
      outside its own element, or by an absolute path, breaks when either side moves. Links below
      `static` are for the image and may lead anywhere.
      """,
    flagged: [
      [
        "foo/install.d/«50-foo»": .link(to: "../../bar/install.d/50-bar"),
        "bar/install.d/50-bar": "#\n",
      ],
      ["foo/«pkg-map»": .link(to: "/dev/null")],
    ],
    accepted: [
      ["foo/install.d/50-foo": .link(to: "../bin/foo"), "foo/bin/foo": "#\n"],
      ["foo/static/etc/mtab": .link(to: "/proc/mounts")],
    ],
    suppression: .none)

  func check(_ file: LintedFile) -> [Finding] {
    guard case .symlink(let target) = file.file.kind, !file.isPayload else { return [] }
    if target.isAbsolute {
      return [finding("link is absolute", at: file.location, hint: "link to a file of the element")]
    }
    guard leavesElement(target, from: file.relativePath) else { return [] }
    return [
      finding("link leaves the element", at: file.location, hint: "link to a file of the element")
    ]
  }

  private func leavesElement(_ target: FilePath, from path: FilePath) -> Bool {
    let place = path.removingLastComponent().appending(target.components).lexicallyNormalized()
    return place.components.first?.kind == .parentDirectory
  }
}
