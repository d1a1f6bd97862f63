import Sandbox
import SystemPackage
import TestSupport
import Testing

/// Elements in `test-elements`, which only the cases of their own element see.
@Suite(.requires(.root)) struct TestElementsTests {
  private static let files: [String: FixtureFile] = fakeOperatingSystem.merging([
    "greeter/README.rst": "greeter\n=======\n",
    "greeter/install.d/50-greet": .script("cat /etc/name > /etc/greeting"),
    "greeter/test-elements/world/element-deps": "greeter\n",
    "greeter/test-elements/world/pre-install.d/50-name": .script(
      "echo world > /etc/name; mkdir -p /var/lib/dpkg; touch /var/lib/dpkg/status"),
    "greeter/tests/greets.yaml":
      """
    elements: [fake-os, world]
    assert:
      file:
        /etc/greeting: {exists: true, contents: [world]}

    """,
  ]) { $1 }

  @Test func areThereForCasesOfTheirElement() async throws {
    let outcome = try await test(Self.files)
    #expect(outcome.status == 0, "\(outcome.output)")
  }

  @Test func areNotThereForOtherElements() async throws {
    var files = Self.files
    files["other/README.rst"] = "other\n=====\n"
    files["other/tests/greets.yaml"] = files["greeter/tests/greets.yaml"]
    files["greeter/tests/greets.yaml"] = nil
    let outcome = try await test(files, "other")
    #expect(outcome.status != 0)
    #expect(outcome.output.contains("`world`"), "\(outcome.output)")
  }

  private func test(
    _ files: [String: FixtureFile], _ element: String = "greeter"
  ) async throws -> BuiltProgram.Outcome {
    try await withTree(files) { tree in
      try await BuiltProgram.run(
        ["test", tree.appending(element).string, "--report", tree.appending("report").string],
        ["TIE_CHECK_CACHE": tree.appending("cache").string])
    }
  }
}
