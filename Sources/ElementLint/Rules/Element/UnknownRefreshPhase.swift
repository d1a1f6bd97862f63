import Diagnostics
import ElementModel
import SystemPackage

/// Flags directories that os-refresh-config does not look into.
struct UnknownRefreshPhase: ElementRule {
  static let metadata = RuleMetadata(
    code: "OR908",
    name: "unknown-refresh-phase",
    severity: .error,
    rationale: """
      os-refresh-config runs what is in `pre-configure.d`, `configure.d`, `post-configure.d` and
      `migration.d`, and after a failure what is in `error.d`. Other directories, and scripts outside of
      these, are installed and never run.
      """,
    flagged: [
      ["foo/«os-refresh-config/config.d»/50-foo": .executable("#!/bin/bash\n")],
      ["foo/os-refresh-config/«50-foo»": .executable("#!/bin/bash\n")],
    ],
    accepted: [["foo/os-refresh-config/configure.d/50-foo": .executable("#!/bin/bash\n")]],
    suppression: .none)

  private static let phases = [
    "pre-configure.d", "configure.d", "post-configure.d", "migration.d", "error.d",
  ]

  func check(_ element: LintedElement) -> [Finding] {
    element.files.filter(\.isDirectlyInRefreshConfig).compactMap { file in
      if Self.phases.contains(file.name) { return nil }
      guard file.file.isDirectory else {
        return file.isExecutable
          ? finding("script is in no phase", at: file.location, hint: "move it into one") : nil
      }
      let closest = closestName(to: file.name, among: Self.phases)
      return finding(
        "there is no phase `\(file.name)`, so nothing in it runs", at: file.location,
        hint: closest.map { "did you mean `\($0)`?" } ?? "use one of \(Self.list)",
        fix: closest.flatMap { .renaming(file, to: $0, in: element, isSafe: false) })
    }
  }

  private static let list = phases.map { "`\($0)`" }.joined(separator: ", ")
}

extension LintedFile {
  fileprivate var isDirectlyInRefreshConfig: Bool {
    relativePath.removingLastComponent() == "os-refresh-config"
  }
}
