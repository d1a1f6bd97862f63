import Diagnostics
import ElementTest
import SystemPackage
import TestSupport
import Testing

/// What people read when an assertion fails.
@Suite struct FailureTests {
  @Test func wrongValue() async throws {
    var rootfs = FakeRootfs()
    rootfs.add("/etc/x", "", mode: 0o600)
    try await expectFailure(
      of: #"assert: {file: {/etc/x: {exists: true, mode: "0644"}}}"#, on: rootfs,
      lastTouched: "iptables, install.d/50-iptables", number: 1,
      """
      message: file `/etc/x`: `mode` is "0600", expected "0644"
      place: tests/case.yaml:1:40
      expected: "0644"
      found: "0600"
      details:
      last touched by iptables, install.d/50-iptables
      reproduce: tie-check test elements/foo --case case
      """)
  }

  @Test func differentText() async throws {
    var rootfs = FakeRootfs()
    rootfs.add("/a", "1\n2\n3\n4\n5\nsix\n7\n8\n9\n")
    try await expectFailure(
      of:
        #"assert: {file: {/a: {exists: true, title: numbers, contents: "1\n2\n3\n4\n5\n6\n7\n8\n9\n"}}}"#,
      on: rootfs, number: 1,
      #"""
      message: file `/a`: `contents` is "1\n2\n3\n4\n5\nsix\n7\n8\n9\n", expected "1\n2\n3\n4\n5\n6\n7\n8\n9\n"
      place: tests/case.yaml:1:52
      expected: "1\n2\n3\n4\n5\n6\n7\n8\n9\n"
      found: "1\n2\n3\n4\n5\nsix\n7\n8\n9\n"
      details:
      numbers
      --- expected
      +++ found
      @@ -3,7 +3,7 @@
       3
       4
       5
      -6
      +six
       7
       8
       9
      reproduce: tie-check test elements/foo --case case
      """#)
  }

  @Test func missingLines() async throws {
    var rootfs = FakeRootfs()
    rootfs.add("/a", "one\ntwo\n")
    try await expectFailure(
      of: "assert: {file: {/a: {exists: true, contents: [three, '!/^t/', one]}}}", on: rootfs,
      number: 1,
      #"""
      message: file `/a`: `contents`: no line contains "three"; line 2 matches /^t/: "two"
      place: tests/case.yaml:1:36
      expected: three, !/^t/, one
      found: "one\ntwo\n"
      details:
      found:
      one
      two

      reproduce: tie-check test elements/foo --case case
      """#)
  }

  @Test func missingElements() async throws {
    var rootfs = FakeRootfs()
    rootfs.users = [UserFacts(name: "me", id: 1, groupID: 1, groups: ["me"])]
    try await expectFailure(
      of: "assert: {user: {me: {exists: true, groups: {consist-of: [sudo]}}}}", on: rootfs,
      number: 1,
      """
      message: user `me`: `groups`: there is no element "sudo"; "me" is too much
      place: tests/case.yaml:1:36
      expected: in any order exactly ["sudo"]
      found: ["me"]
      details:

      reproduce: tie-check test elements/foo --case case
      """)
  }

  @Test func missingValue() async throws {
    var rootfs = FakeRootfs()
    rootfs.add("/a", "")
    try await expectFailure(
      of: "assert: {file: {/a: {exists: true, linked-to: b}}}", on: rootfs, number: 1,
      """
      message: file `/a` has no `linked-to`, expected "b"
      place: tests/case.yaml:1:36
      expected: "b"
      found: nothing
      details:

      reproduce: tie-check test elements/foo --case case
      """)
  }

  @Test func failedCommandShowsItsOutput() async throws {
    var rootfs = FakeRootfs()
    rootfs.commands["make it"] = CommandOutcome(status: 2, errorOutput: "no rule\n")
    try await expectFailure(
      of: "assert: {command: {make it: {exit-status: 0}}}", on: rootfs, number: 0,
      """
      message: command `make it`: `exit-status` is 2, expected 0
      place: tests/case.yaml:1:30
      expected: 0
      found: 2
      details:
      exit status 2
      standard error:
      no rule

      reproduce: tie-check test elements/foo --case case
      """)
  }

  private func expectFailure(
    of yaml: String, on rootfs: FakeRootfs, lastTouched: String? = nil, number: Int,
    _ text: String, sourceLocation: Testing.SourceLocation = #_sourceLocation
  ) async throws {
    let results = try await results(of: yaml, on: rootfs, lastTouched: lastTouched)
    let failure = try #require(results[number].verdict.failure, sourceLocation: sourceLocation)
    // Compared by lines, since a difference of characters takes a minute to find.
    let lines = failure.text.split(separator: "\n", omittingEmptySubsequences: false)
    #expect(
      lines == text.split(separator: "\n", omittingEmptySubsequences: false),
      sourceLocation: sourceLocation)
  }
}

extension CaseResult.Failure {
  fileprivate var text: String {
    """
    message: \(message)
    place: \(location?.description ?? "")
    expected: \(expected ?? "nothing")
    found: \(found ?? "nothing")
    details:
    \(details)
    reproduce: \(reproduce ?? "")
    """
  }
}
