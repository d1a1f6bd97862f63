import Sandbox
import SystemPackage
import TestSupport
import Testing

/// What is broken in an element turns one case of the report red: the right one.
@Suite(.requires(.root), .serialized) struct BrokenElementTests {
  /// An element with nothing wrong.
  private static let greeter: [String: FixtureFile] = fakeOperatingSystem.merging([
    "greeter/README.rst": "greeter\n=======\n",
    "greeter/element-deps": "fake-os\n",
    // Nothing is to be installed for reading the map.
    "greeter/element-provides": "svc-map\n",
    "greeter/svc-map": "greet:\n  default: greeter\n",
    "greeter/install.d/10-system": .executable(
      """
      #!/bin/bash
      set -eu -o pipefail
      mkdir -p /var/lib/dpkg /lib/systemd/system
      touch /var/lib/dpkg/status /lib/systemd/system/greeter.service # for greet

      """),
    "greeter/install.d/50-greet": .executable(
      "#!/bin/bash\nset -eu -o pipefail\necho hello > /etc/greeting\n"),
    "greeter/tests/greets.yaml":
      """
    assert:
      file:
        /etc/greeting: {exists: true, contents: [hello]}
      command:
        cat /etc/greeting: {exit-status: 0}

    """,
  ]) { $1 }

  /// One way to break it, and the case that says so.
  struct Defect: Sendable, CustomTestStringConvertible {
    let file: String
    let content: FixtureFile
    let className: String
    let name: String
    /// What the message and the text say, among other things.
    let says: [String]

    var testDescription: String { "\(file) breaks \(className) \(name)" }
  }

  private static let defects = [
    Defect(
      file: "install.d/50-greet",
      content: .executable(
        "#!/bin/bash\nset -eu -o pipefail\nno-such-command\necho hello > /etc/greeting\n"),
      className: "tie.build.greeter", name: "greets",
      says: ["install.d/50-greet:3", "exited with status 127", "no-such-command"]),
    Defect(
      file: "install.d/50-greet",
      content: .executable("#!/bin/bash\nset -eu -o pipefail\necho goodbye > /etc/greeting\n"),
      className: "tie.assert.greeter", name: "greets: file /etc/greeting: contents",
      says: ["tests/greets.yaml:3", "hello", "goodbye", "install.d/50-greet"]),
    Defect(
      file: "install.d/50-greet",
      content: .executable("#!/bin/bash\nset -eu -o pipefail\nif true; then\n"),
      className: "tie.validate.greeter", name: "install.d/50-greet",
      says: ["install.d/50-greet:"]),
    Defect(
      file: "tests/greets.yaml",
      content: "assert:\n  command:\n    cat /etc/greeting: {exit-status: 1}\n",
      className: "tie.assert.greeter", name: "greets: command cat /etc/greeting: exit-status",
      says: ["tests/greets.yaml:3", "expected", "1", "found", "0"]),
    Defect(
      file: "tests/greets.yaml", content: "assert:\n  file: [\n",
      className: "tie.validate.greeter", name: "tests/greets.yaml", says: ["tests/greets.yaml:"]),
    Defect(
      file: "tests/greets.yaml", content: "assert:\n  fil:\n    /etc/greeting: {exists: true}\n",
      className: "tie.validate.greeter", name: "tests/greets.yaml",
      says: ["tests/greets.yaml:2", "did you mean `file`?"]),
    Defect(
      file: "svc-map", content: "greet:\n  default: [\n",
      className: "tie.validate.greeter", name: "svc-map", says: ["svc-map:"]),
    Defect(
      file: "element-deps", content: "fake-so\n",
      className: "tie.validate.greeter", name: "element-deps",
      says: ["element-deps:1", "did you mean `fake-os`?"]),
  ]

  @Test func theWholeElementIsGreen() async throws {
    let cases = try await check(Self.greeter)
    #expect(cases.filter { $0.verdict != .passed } == [])
  }

  @Test(arguments: defects)
  func oneDefectIsOneRedCase(_ defect: Defect) async throws {
    var files = Self.greeter
    files["greeter/\(defect.file)"] = defect.content
    let red = try await check(files).filter { $0.verdict != .passed }
    #expect(red.map(\.className) == [defect.className])
    #expect(red.map(\.name) == [defect.name])
    guard case .failed(let message, let text)? = red.first?.verdict else { return }
    for part in defect.says { #expect("\(message)\n\(text)".contains(part)) }
  }

  /// The cases of the report on `greeter` when it is one of `files`.
  private func check(_ files: [String: FixtureFile]) async throws -> [JUnitCase] {
    try await withTree(files) { tree in
      let report = tree.appending("report")
      let outcome = try await BuiltProgram.run(
        ["greeter", "--base", "fake-os", "--report", report.string],
        ["TIE_CHECK_CACHE": Checkout.layers.string, "ELEMENTS_PATH": tree.string])
      let cases = try JUnitCase.read(report.appending("junit.xml"))
      #expect(outcome.status == (cases.allSatisfy { $0.verdict == .passed } ? 0 : 1))
      return cases
    }
  }
}
