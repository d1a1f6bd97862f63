import Diagnostics
import ElementModel

/// Flags symbolic links that lead nowhere.
struct DanglingLink: FileRule {
  static let metadata = RuleMetadata(
    code: "FS205",
    name: "dangling-link",
    severity: .error,
    rationale: """
      The hook runner skips a link to nothing without a word. Links below `static` are for the image
      and are not followed here.
      """,
    flagged: [
      ["foo/install.d/«50-foo»": .link(to: "../bin/foo")],
      ["foo/bin/«foo»": .link(to: "foo")],
    ],
    accepted: [
      ["foo/install.d/50-foo": .link(to: "../bin/foo"), "foo/bin/foo": "#\n"],
      ["foo/static/etc/mtab": .link(to: "/proc/mounts")],
    ],
    suppression: .none)

  func check(_ file: LintedFile) -> [Finding] {
    guard case .symlink(let target) = file.file.kind, !file.isPayload, file.file.isDangling else {
      return []
    }
    return [
      finding(
        "link leads to `\(target)`, which does not exist", at: file.location, hint: "mend the link")
    ]
  }
}
