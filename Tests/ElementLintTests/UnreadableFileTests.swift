import TestSupport
import Testing

/// What cannot be read is one finding, and keeps nothing else from being checked.
struct UnreadableFileTests {
  private let hook = FixtureFile.executable("echo\n")

  @Test(arguments: [
    "element-deps", "element-provides", "pkg-map", "svc-map", "package-installs.yaml",
  ])
  func listThatIsNoRegularFileIsOneFinding(_ name: String) async throws {
    let files: [String: FixtureFile] = [
      "a/\(name)/x": "x\n", "a/README.rst": "a\n", "b/install.d/1-x": hook,
    ]
    #expect(
      try await findings("FS209", "DP30", "PK", "SV", "HK107", in: files)
        == ["a/\(name): FS209", "b/install.d/1-x: HK107"])
  }

  @Test func deviceIsNotRead() async throws {
    let files: [String: FixtureFile] = [
      "a/element-deps": .symlink("/dev/zero"), "a/README.rst": "a\n",
    ]
    #expect(try await findings("FS209", "DP30", in: files) == ["a/element-deps: FS209"])
  }

  @Test func danglingListIsOneFinding() async throws {
    let files: [String: FixtureFile] = ["a/element-deps": .symlink("x"), "a/README.rst": "a\n"]
    #expect(try await findings("FS209", "FS205", "DP30", in: files) == ["a/element-deps: FS205"])
  }

  @Test func directoriesOfOtherNamesAreFree() async throws {
    let files: [String: FixtureFile] = [
      "a/source-repository-x/x": "x\n", "a/block-device-x.yaml/x": "x\n", "a/README.rst/x": "x\n",
    ]
    #expect(try await findings("FS209", in: files) == [])
  }
}
