import Diagnostics
import ElementModel
import ElementTest
import SystemPackage
import TestSupport
import Testing

@Suite struct TestCaseTests {
  @Test func everyKeyIsRead() throws {
    let testCase = try read(
      """
      description: works
      elements: [debian-minimal, ntp]
      environment: {DIB_RELEASE: bookworm, DIB_DEBUG_TRACE: 1, EMPTY: ""}
      output: [qcow2]
      expect: success
      requires: {architecture: amd64, host: [root, kvm], distribution: [debian, ubuntu]}
      timeout: 10m
      assert: {file: {/a: {exists: true}}}
      boot: {port: {"tcp:22": {listening: true}}}
      """)
    #expect(testCase.name == "works-well")
    #expect(testCase.description == "works")
    #expect(testCase.build.elements == ["debian-minimal", "ntp"])
    #expect(
      testCase.build.environment == [
        "DIB_RELEASE": "bookworm", "DIB_DEBUG_TRACE": "1", "EMPTY": "",
      ])
    #expect(testCase.build.outputs == ["qcow2"])
    #expect(testCase.expectation == .success)
    #expect(testCase.requirements.host == ["root", "kvm"])
    #expect(testCase.timeout == .seconds(600))
  }

  @Test func emptyFileIsTheDefaultBuild() throws {
    let testCase = try read("# nothing to say\n")
    #expect(testCase.build == TestCase.Build())
    #expect(testCase.build.elements(for: "foo", on: "base") == ["base", "foo"])
    #expect(testCase.build.elements(for: "base", on: "base") == ["base"])
  }

  @Test(arguments: [
    ("asert: {}", "1:1", "unknown key `asert`", "did you mean `assert`?"),
    ("a: 1", "1:1", "unknown key `a`", nil),
    ("- a", "1:1", "`test case` must be a mapping, not a list", nil),
    ("elements: []", "1:11", "`elements` is empty", nil),
    ("elements: [a, \"\"]", "1:15", "the name of an element is empty", nil),
    ("output: [floppy]", "1:10", "unknown output format `floppy`", nil),
    ("output: qcow", "1:9", "unknown output format `qcow`", "did you mean `qcow2`?"),
    (
      "requires: {host: [warp-drive]}", "1:19", "unknown capability of a host `warp-drive`", nil
    ),
    ("requires: {architecture: 5}", "1:26", "unknown architecture `5`", nil),
    (
      "requires: {architecture: amd46}", "1:26", "unknown architecture `amd46`",
      "did you mean `amd64`?"
    ),
    (
      "assert: {file: {\"/etc/\\0x\": {exists: true}}}", "1:17",
      "a key of `file` holds a NUL character", nil
    ),
    ("environment: {A: \"x\\0y\"}", "1:18", "`A` holds a NUL character", "remove the `\\0`"),
    ("environment:\n  1A: x", "2:3", "`1A` cannot be the name of a variable", nil),
    ("environment: {A: }", "1:18", "`A` has no value", "write `A: \"\"` for an empty one"),
    (
      "expect: fail", "1:9", "`expect` must be `success` or `{failure: REGULAR-EXPRESSION}`", nil
    ),
    ("requires: {hosts: root}", "1:12", "unknown requirement `hosts`", "did you mean `host`?"),
    (
      "timeout: soon", "1:10", "`soon` is no duration of at most a year",
      "write it like `90s`, `10m` or `1h30m`"
    ),
    ("assert: {fiel: {}}", "1:10", "unknown resource `fiel`", "did you mean `file`?"),
    (
      "assert: {port: {}}", "1:10", "`port` needs a running system, which a chroot is not",
      "move it to `boot:`"
    ),
    (
      "assert: {service: {a: {running: true}}}", "1:24",
      "`running` of `service` needs a running system, which a chroot is not",
      "move it to `boot:`"
    ),
    (
      "assert: {file: {/a: {exists: true, mod: x}}}", "1:36", "unknown attribute of `file` `mod`",
      "did you mean `mode`?"
    ),
    (
      "assert: {file: {/a: {exists: true, mode: 0644}}}", "1:42",
      "`mode` must be a string: YAML reads `0644` as a number", "write `mode: \"0644\"`"
    ),
    (
      "assert: {file: {/a: {mode: \"0644\"}}}", "1:17",
      "`file /a` lacks the required attribute `exists`", "add `exists: true`"
    ),
    ("assert: {service: {a: {}}}", "1:20", "`service a` asserts nothing", nil),
    (
      "assert: {file: {/a: {exists: true, contents: [{a: b}]}}}", "1:47",
      "a pattern of `contents` must be a string, not a mapping", nil
    ),
    ("assert: {file: {/a: {exists: true, skip: maybe}}}", "1:42", nil, nil),
  ])
  func problemIsFoundWhereItIs(
    _ yaml: String, _ place: String, _ message: String?, _ hint: String?
  ) {
    var problems = Problems()
    _ = TestCase.read(Array(yaml.utf8), path: "case.yaml", problems: &problems)
    #expect(problems.errors.count == 1)
    let error = problems.errors.first
    #expect(error?.location?.description == "case.yaml:\(place)")
    if let message { #expect(error?.message == message) }
    if let hint { #expect(error?.hint == hint) }
  }

  @Test func allProblemsAreFoundAtOnce() {
    var problems = Problems()
    let yaml = "timeout: x\nexpect: y\nassert: {file: {/a: {exists: true, exits: 1}, /b: {}}}\n"
    _ = TestCase.read(Array(yaml.utf8), path: "case.yaml", problems: &problems)
    #expect(problems.errors.map { $0.location?.start?.line } == [1, 2, 3, 3])
  }

  @Test func duplicateKeyIsAProblem() {
    var problems = Problems()
    let yaml = "assert: {file: {/a: {exists: true}, /a: {exists: false}}}\n"
    _ = TestCase.read(Array(yaml.utf8), path: "case.yaml", problems: &problems)
    #expect(problems.errors.count == 1)
  }

  @Test(arguments: [
    ("90s", Duration.seconds(90)), ("10m", .seconds(600)), ("1h30m", .seconds(5400)),
    ("500ms", .milliseconds(500)), ("20", .seconds(20)),
  ])
  func durationIsRead(_ text: String, _ duration: Duration) throws {
    #expect(try read("timeout: \(text)\n").timeout == duration)
  }

  @Test func requirementsGiveTheReasonToSkip() throws {
    let requirements = try read(
      "requires: {architecture: [amd64, arm64], host: [root, kvm], distribution: debian}"
    ).requirements
    func reason(_ architecture: String, _ distribution: String, _ host: Set<String>) -> String? {
      requirements.skipReason(
        in: .init(architecture: architecture, distribution: distribution, capabilities: host))
    }
    #expect(reason("arm64", "debian", ["root", "kvm"]) == nil)
    #expect(
      reason("armhf", "debian", ["root", "kvm"])
        == "needs architecture amd64 or arm64, builds armhf")
    #expect(reason("amd64", "fedora", []) == "needs distribution debian, builds fedora")
    #expect(reason("amd64", "debian", ["root"]) == "the host lacks kvm")
  }

  @Test func caseWithAnOutputIsSkipped() throws {
    let surroundings = TestRequirements.Surroundings(
      architecture: "amd64", distribution: "debian", capabilities: [])
    #expect(
      try read("output: [qcow2, tar]").skipReason(in: surroundings)
        == "`output: [qcow2, tar]`: cases are built as far as the rootfs only")
    #expect(try read("output: []").skipReason(in: surroundings) == nil)
  }

  @Test func placesOfElementsAreKept() throws {
    let locations = try read("elements:\n- debian-minimal\n- ntp\n").elementLocations
    #expect(locations["ntp"]?.start?.line == 3)
  }

  @Test func durationOfMoreThanAYearIsNone() {
    #expect(Duration(text: "8760h") == .seconds(365 * 86_400))
    #expect(Duration(text: "8761h") == nil)
  }

  @Test func expectedFailureIsJudgedByTheLog() throws {
    let testCase = try read("expect: {failure: 'no space$'}")
    func word(_ hasSucceeded: Bool, _ log: String) -> String? {
      testCase.verdict(onBuildThatSucceeded: hasSucceeded, log: log)?.word
    }
    #expect(word(false, "one\nno space\ntwo\n") == "passed")
    #expect(word(false, "no space left\n") == "failed")
    #expect(word(true, "no space\n") == "failed")
    #expect(try read("expect: success").verdict(onBuildThatSucceeded: true, log: "") == nil)
  }

  private func read(_ yaml: String) throws -> TestCase {
    var problems = Problems()
    let testCase = TestCase.read(
      Array(yaml.utf8), path: "tests/works-well.yaml", problems: &problems)
    #expect(problems.errors == [])
    return try #require(testCase)
  }
}
