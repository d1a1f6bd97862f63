import Diagnostics
import ElementModel
import SystemPackage

/// Flags directories whose names are close to those of a phase.
struct UnknownPhaseDirectory: ElementRule {
  static let metadata = RuleMetadata(
    code: "HK106",
    name: "unknown-phase-directory",
    severity: .error,
    rationale: """
      Hooks run from directories called exactly as their phase; `finalize.d` and `postinstall.d` are
      copied like any other directory, but nothing in them runs. Only `environment.d` is sourced.
      """,
    flagged: [
      ["«foo/finalize.d»/50-foo": .executable("#!/bin/bash\n")],
      ["«foo/install»/50-foo": .executable("#!/bin/bash\n")],
      ["«foo/enviroment.d»/10-foo": "export FOO=1\n"],
    ],
    accepted: [
      ["foo/finalise.d/50-foo": .executable("#!/bin/bash\n")],
      ["foo/yum.repos.d/foo.repo": "[foo]\n"],
      ["foo/install/foo.conf": "color=blue\n"],
    ],
    suppression: .none)

  func check(_ element: LintedElement) -> [Finding] {
    element.files
      .filter { $0.isTopLevel && $0.file.isDirectory && !Self.known.contains($0.name) }
      .compactMap { directory in
        intended(by: directory, of: element).map { name in
          let effect = name == "environment.d" ? "nothing in it is sourced" : "nothing in it runs"
          return finding(
            "there is no phase `\(directory.name)`, so \(effect)", at: directory.location,
            hint: "rename it to `\(name)`",
            fix: .renaming(directory, to: name, in: element, isSafe: false))
        }
      }
  }

  /// The directory that a name like it may have meant; a bare `install` may be anything unless there
  /// are hooks in it.
  private func intended(by directory: LintedFile, of element: LintedElement) -> String? {
    let name = directory.name
    guard name.hasSuffix(".d") else {
      return Self.hooked.contains("\(name).d") && element.hasHooks(in: name) ? "\(name).d" : nil
    }
    return closestName(to: name, among: Self.hooked)
  }

  /// Directories whose files are run or sourced.
  private static let hooked = HookPhase.allCases.map(\.rawValue) + ["environment.d"]
  /// Those, and directories that the builder's ramdisk elements know.
  private static let known = Set(hooked + ["init.d", "ramdisk-install.d", "udev.d"])
}

extension LintedElement {
  /// Whether executables with the number of a hook lie in the directory.
  fileprivate func hasHooks(in directory: String) -> Bool {
    files.contains {
      $0.relativePath.removingLastComponent().string == directory && $0.isExecutable
        && $0.hasHookNumber
    }
  }
}
