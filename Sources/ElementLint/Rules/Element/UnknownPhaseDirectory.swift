import Diagnostics
import ElementModel

/// Flags directories whose names are close to those of a phase.
struct UnknownPhaseDirectory: ElementRule {
  static let metadata = RuleMetadata(
    code: "HK106",
    name: "unknown-phase-directory",
    severity: .error,
    rationale: """
      Hooks run from directories called exactly as their phase; `finalize.d` and `postinstall.d` are
      copied like any other directory, but nothing in them runs.
      """,
    flagged: [["«foo/finalize.d»/50-foo": .executable("#!/bin/bash\n")]],
    accepted: [
      ["foo/finalise.d/50-foo": .executable("#!/bin/bash\n")],
      ["foo/yum.repos.d/foo.repo": "[foo]\n"],
    ])

  func check(_ element: LintedElement) -> [Finding] {
    element.files
      .filter { $0.isTopLevel && $0.file.isDirectory && $0.name.hasSuffix(".d") }
      .filter { HookPhase(rawValue: $0.name) == nil && !Self.others.contains($0.name) }
      .compactMap { directory in
        HookPhase.closest(to: directory.name).map { phase in
          finding(
            "there is no phase `\(directory.name)`, so nothing in it runs",
            at: directory.location, hint: "rename it to `\(phase.rawValue)`")
        }
      }
  }

  /// Directories that the builder or its ramdisk elements know.
  private static let others: Set = ["environment.d", "init.d", "ramdisk-install.d", "udev.d"]
}
