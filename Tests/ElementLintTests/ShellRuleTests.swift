import Diagnostics
import TestSupport
import Testing

/// What the examples of shell rules cannot show.
struct ShellRuleTests {
  private func places(_ rule: String, _ text: String, in path: String = "foo/install.d/50-foo")
    async throws -> [String]
  {
    try await findings(rule, in: [path: .executable(text)])
      .map { $0.replacing("\(path):", with: "").replacing(": \(rule)", with: "") }
  }

  @Test(arguments: [
    "set -e", "set -ex", "set -o errexit", "set -xo errexit", "set -euo pipefail",
    "if [ \"$X\" ]; then set -x; fi\nset -e", ". lib.sh\nset -e", "export A=1\nset -e",
    "f() {\n    date\n}\nset -e",
  ])
  func errexitMayBeSpeltInManyWays(_ start: String) async throws {
    #expect(try await places("SH801", "#!/bin/bash\n\(start)\ndate\n") == [])
  }

  @Test(arguments: [
    "set -u", "set +e", "if [ \"$X\" ]; then set -e; fi", "(set -e)", "cat <<EOF\nset -e\nEOF",
    "# set -e", "f() {\n    set -e\n}", "echo set -e", "test x && set -e",
  ])
  func errexitMustBeSurelySet(_ start: String) async throws {
    #expect(try await places("SH801", "#!/bin/bash\n\(start)\ndate\n") == ["1:1"])
  }

  @Test func optionsThatTheKernelDoesNotSplitDoNotCount() async throws {
    #expect(try await places("SH802", "#!/bin/bash -e -u\ndate\n") == ["1:1"])
    #expect(try await places("SH802", "#!/usr/bin/env -S bash -e -u\ndate\n") == [])
  }

  @Test func optionOfTheShebangCounts() async throws {
    #expect(try await places("SH801", "#!/bin/bash -eu\ndate\n") == [])
    #expect(try await places("SH803", "#!/bin/bash -eu\ndate\n") == ["1:1"])
  }

  @Test func commandBeforeTheOptionIsReportedAtTheOption() async throws {
    #expect(try await places("SH801", "#!/bin/bash\ndate\nset -e\n") == ["3:1"])
  }

  @Test(arguments: ["typeset", "readonly", "declare -r", "local"])
  func everyDeclarationMasksTheStatus(_ word: String) async throws {
    #expect(try await places("SH805", "#!/bin/bash\n\(word) a=`date`\n") == ["2:\(word.count + 4)"])
  }

  @Test(arguments: [
    "for f in $TMP_MOUNT_PATH/*; do\n    sudo rm $f\ndone", "sudo tee x <<EOF\n$TARGET_ROOT\nEOF",
    "f() {\n    sudo rm $1\n}", "sudo -E install-packages vim", "echo sudo rm /",
    "a=$TARGET_ROOT/x\nb=$a/y\nsudo rm $b", "sudo $TMP_HOOKS_PATH/bin/helper",
  ])
  func sudoThatReachesIntoTheImageIsFine(_ text: String) async throws {
    #expect(
      try await places("SH806", "#!/bin/bash\n\(text)\n", in: "foo/root.d/50-foo") == [])
  }

  @Test(arguments: [
    "root.d", "extra-data.d", "post-root.d", "block-device.d", "pre-finalise.d", "cleanup.d",
  ])
  func sudoIsWatchedInEveryPhaseOnTheHost(_ phase: String) async throws {
    let path = "foo/\(phase)/50-foo"
    #expect(try await places("SH806", "#!/bin/bash\nsudo rm $x\n", in: path) == ["2:1"])
  }

  @Test(arguments: ["pre-install.d", "install.d", "post-install.d", "finalise.d"])
  func sudoInsideTheChrootIsNotWatched(_ phase: String) async throws {
    let path = "foo/\(phase)/50-foo"
    #expect(try await places("SH806", "#!/bin/bash\nsudo rm $x\n", in: path) == [])
  }

  @Test(arguments: [
    "echo a | xargs sudo rm", "echo a | xargs -n 1 sudo rm", "env A=1 sudo rm $x",
    "command sudo rm $x", "nice -n 5 timeout -k 1 9 sudo rm $x", "/usr/bin/sudo rm $x",
  ])
  func sudoIsSeenBehindOtherPrograms(_ text: String) async throws {
    let found = try await places("SH806", "#!/bin/bash\n\(text)\n", in: "foo/root.d/50-foo")
    #expect(found.count == 1)
  }

  @Test(arguments: [
    "command -v sudo", "find $TARGET_ROOT | xargs sudo rm", "echo sudo | xargs echo",
    "for f in $TARGET_ROOT/*; do echo $f; done | xargs sudo rm", "type sudo", "xargs echo sudo",
  ])
  func sudoIsNotSeenWhereItDoesNotRun(_ text: String) async throws {
    let found = try await places("SH806", "#!/bin/bash\n\(text)\n", in: "foo/root.d/50-foo")
    #expect(found == [])
  }

  @Test(arguments: [
    "set +x", "set +o xtrace", "$_x", "_x=$(set +o | grep xtrace)", "set +o", "set -o", "(set -x)",
  ])
  func tracingMayBeSwitchedOffInEnvironmentFiles(_ text: String) async throws {
    #expect(try await places("EN702", "\(text)\n", in: "foo/environment.d/10-foo") == [])
  }

  @Test(arguments: ["set -x", "set +e", "set +x -e", "set +o errexit", "set +xe"])
  func otherOptionsMayNotBeChangedInEnvironmentFiles(_ text: String) async throws {
    #expect(try await places("EN702", "\(text)\n", in: "foo/environment.d/10-foo") == ["1:1"])
  }

  @Test func openHereDocumentIsAWarning() async throws {
    let text = "#!/bin/bash\ncat <<EOF\nEOF \n"
    let found = try await reports(["E012"], ["foo/install.d/50-foo": .executable(text)])
    #expect(found.map(\.severity) == [.warning])
  }

  @Test(arguments: ["init.d/50-foo", "init.d/foo"])
  func filesOfTheRamdisksInitAreScripts(_ path: String) async throws {
    let found = try await findings(
      "SH816", in: ["foo/\(path)": "fi\n", "foo/init.d/x.conf": "fi\n"])
    #expect(found == ["foo/\(path):1:1: SH816"])
  }

  @Test func indentsOfStringsAndHereDocumentsAreFree() async throws {
    let text = "#!/bin/bash\na=\"x\n  y\"\ncat <<EOF\n  x\nEOF\nls \\\n  x\n  ls\n   # x\n"
    #expect(try await places("E003", text) == ["9:1", "10:1"])
  }

  @Test func whichIsRepairedWhereThatIsSafe() async throws {
    let text = "#!/bin/bash\nwhich a\nwhich -a b\nwhich c d\nsudo which e\n"
    let found = try await reports(["SH811"], ["foo/install.d/50-foo": .executable(text)])
    #expect(found.map { $0.fix?.edits.first?.text } == ["command -v", nil, nil, nil])
  }
}
