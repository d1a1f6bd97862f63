import Diagnostics
import ElementTest
import SystemPackage
import TestSupport
import Testing

@Suite struct AssertionTests {
  @Test func fileAttributesAreThoseOfTheFile() async throws {
    var rootfs = FakeRootfs()
    rootfs.add("/etc/foo", "one\ntwo\n", mode: 0o4755)
    let results = try await results(
      of: """
        assert:
          file:
            /etc/foo: {exists: true, filetype: file, mode: "4755", owner: root, group: root,
              uid: 0, gid: 0, size: {gt: 7}, contents: [two]}
        """, on: rootfs)
    #expect(results.allSatisfy { $0.verdict == .passed })
    #expect(
      results.map(\.name)
        == [
          "exists", "filetype", "mode", "owner", "group", "uid", "gid", "size", "contents",
        ].map { "case: file /etc/foo: \($0)" })
  }

  @Test func linkIsNotFollowedButItsContentIs() async throws {
    var rootfs = FakeRootfs()
    rootfs.add("/etc/link", linkTo: "foo")
    rootfs.texts["/etc/link"] = "text\n"
    let results = try await results(
      of: """
        assert:
          file: {/etc/link: {exists: true, filetype: symlink, linked-to: foo, contents: [text]}}
        """, on: rootfs)
    #expect(results.allSatisfy { $0.verdict == .passed })
  }

  @Test func keyIsATitleWhereTheSubjectIsNamed() async throws {
    var rootfs = FakeRootfs()
    rootfs.add("/etc/foo", "")
    let results = try await results(
      of: "assert: {file: {the file: {path: /etc/foo, exists: true}}}", on: rootfs)
    #expect(results.summary == ["case: file the file: exists: passed"])
  }

  @Test func absenceIsAsserted() async throws {
    let results = try await results(
      of: """
        assert:
          file: {/a: {exists: false}}
          package: {a: {installed: false}}
          user: {a: {exists: false}}
          group: {a: {exists: false}}
          service: {a: {enabled: false}}
        """, on: FakeRootfs())
    #expect(results.map(\.verdict) == Array(repeating: .passed, count: 5))
  }

  @Test func otherAttributesOfWhatIsAbsentAreSkipped() async throws {
    let results = try await results(
      of: #"assert: {file: {/a: {exists: true, mode: "0644", owner: root}}}"#, on: FakeRootfs())
    #expect(results[0].verdict.word == "failed")
    #expect(
      results[1...].allSatisfy { $0.verdict == .skipped(reason: "file /a: exists is false") })
  }

  @Test func usersAndGroupsAreLookedUp() async throws {
    var rootfs = FakeRootfs()
    rootfs.users = [
      UserFacts(name: "me", id: 7, groupID: 8, home: "/me", shell: "/sh", groups: ["adm", "me"])
    ]
    rootfs.groups = [GroupFacts(name: "me", id: 8)]
    let results = try await results(
      of: """
        assert:
          user: {me: {exists: true, uid: 7, gid: 8, groups: [me], home: /me, shell: /sh}}
          group: {me: {exists: true, gid: 8}}
        """, on: rootfs)
    #expect(results.allSatisfy { $0.verdict == .passed })
    #expect(results.count == 8)
  }

  @Test func packagesAreInstalledWithVersions() async throws {
    var rootfs = FakeRootfs()
    rootfs.packageList = [
      .init(name: "a", version: "1.2-3"),
      .init(name: "gone", version: "1", status: "deinstall ok config-files"),
      .init(name: "held", version: "1", status: "hold ok installed"),
      .init(name: "lib", version: "2", architecture: "i386"),
    ]
    let results = try await results(
      of: """
        assert:
          package:
            a: {installed: true, versions: [1.2-3]}
            gone: {installed: false}
            held: {installed: true}
            "lib:i386": {installed: true}
            "lib:amd64": {installed: false}
        """, on: rootfs)
    #expect(results.allSatisfy { $0.verdict == .passed })
  }

  @Test(arguments: UnitState.allCases)
  func serviceIsEnabledWhereSystemctlSaysSo(_ state: UnitState) async throws {
    var rootfs = FakeRootfs()
    rootfs.units["a"] = state
    let results = try await results(
      of: "assert: {service: {a: {enabled: \(state.countsAsEnabled)}}}", on: rootfs)
    #expect(results.summary == ["case: service a: enabled: passed"])
  }

  @Test func commandIsJudgedByStatusAndOutput() async throws {
    var rootfs = FakeRootfs()
    rootfs.commands["a --version"] = CommandOutcome(
      status: 3, output: "a 1.2\n", errorOutput: "no\n")
    let results = try await results(
      of: #"""
        assert:
          command:
            a --version:
              exit-status: 3
              stdout: ["/^a \\d/", "!error"]
              stderr: {have-len: 1}
            named: {exec: a --version, exit-status: {gt: 0}, timeout: 500}
        """#, on: rootfs)
    #expect(results.allSatisfy { $0.verdict == .passed })
    #expect(results.count == 4)
  }

  @Test func skippedResourceSaysWhere() async throws {
    let results = try await results(
      of: "assert:\n  file:\n    /a: {exists: true, skip: true}\n", on: FakeRootfs())
    #expect(
      results.map(\.verdict) == [.skipped(reason: "`skip: true` at tests/case.yaml:3:5")])
  }

  @Test func unanswerableQuestionIsNoFailure() async throws {
    var rootfs = FakeRootfs()
    rootfs.failure = .unreadable("/etc/passwd", .ioError)
    let results = try await results(of: "assert: {user: {a: {exists: true}}}", on: rootfs)
    #expect(results[0].verdict.word == "errored")
    #expect(
      results[0].verdict.failure?.message
        == "cannot read `/etc/passwd` in the rootfs: Input/output error")
  }

  @Test func bootAssertionsWaitForAMachine() async throws {
    let results = try await results(
      of: """
        boot:
          service: {a: {enabled: true, running: true}}
          port: {"tcp:22": {listening: true, title: ssh}}
        """, on: FakeRootfs())
    #expect(
      results.summary == [
        "case: boot: service a: enabled: skipped", "case: boot: service a: running: skipped",
        "case: boot: port tcp:22: listening: skipped",
      ])
    #expect(results[0].verdict == .skipped(reason: "needs a booted machine"))
  }
}
