import ElementModel
import ImageBuilder
import Sandbox
import SystemPackage
import TestSupport
import Testing

/// Which hooks run again after which change, in real builds.
@Suite(.requires(.root)) struct LayerReuseTests {
  private static let element: [String: FixtureFile] = [
    "install.d/10-first": .script("echo first > /etc/first"),
    "install.d/50-data": .script("cat /tmp/in_target.d/data/text > /etc/text"),
    "install.d/90-last": .script("echo \"${DIB_TEST_LAST:-unset}\" > /etc/last"),
    "data/text": "one\n",
  ]

  @Test func nothingChangedRunsNothing() async throws {
    try await BuildFixture.with { fixture in
      try await fixture.build(Self.element)
      try await fixture.build(Self.element)
      #expect(fixture.steps == [])
    }
  }

  @Test func aChangedHookRunsAgainWithWhatFollows() async throws {
    try await expectHooks(
      after: ["install.d/50-data": .script("echo other > /etc/text")],
      ["install.d/50-data", "install.d/90-last"], because: "install.d/50-data: its text changed")
  }

  @Test func aChangedDataFileConcernsOnlyTheHookThatReadsIt() async throws {
    try await expectHooks(
      after: ["data/text": "two\n"], ["install.d/50-data", "install.d/90-last"],
      because: "install.d/50-data: data/text changed")
  }

  @Test func aNewHookConcernsOnlyWhatFollowsIt() async throws {
    try await expectHooks(
      after: ["install.d/60-new": .script("echo new > /etc/new")],
      ["install.d/60-new", "install.d/90-last"],
      because: "install.d/60-new: built for the first time")
  }

  @Test func aVariableConcernsOnlyTheHookThatMentionsIt() async throws {
    try await expectHooks(
      after: [:], variables: ["DIB_TEST_LAST": "set"], ["install.d/90-last"],
      because: "install.d/90-last: variable DIB_TEST_LAST changed")
  }

  @Test func aNewVariableOfAMentionedPrefixIsAnInput() async throws {
    try await BuildFixture.with { fixture in
      let element: [String: FixtureFile] = [
        "install.d/50-all": .script("echo ${!DIB_TEST_*} > /etc/all")
      ]
      try await fixture.build(element)
      let rootfs = try await fixture.build(element, variables: ["DIB_TEST_NEW": "1"])
      #expect(try await fixture.text("/etc/all", in: rootfs) == "DIB_TEST_NEW\n")
    }
  }

  @Test func anUnrelatedVariableConcernsNothing() async throws {
    try await expectHooks(after: [:], variables: ["UNRELATED_SETTING": "set"], [], because: nil)
  }

  /// No layer of the root depends on what nothing there mentions; but an element may refuse the build.
  @Test func settingsOfOthersLeaveTheRootAsItIsUnlessTheyStopTheBuild() async throws {
    try await BuildFixture.with { fixture in
      try await fixture.build(Self.element)
      var files = Self.element
      files["environment.d/50-others"] = "export DIB_OTHERS=1\n"
      try await fixture.build(files)
      #expect(!fixture.steps.contains("root.d/10-deploy"))
    }
    try await BuildFixture.with { fixture in
      let refusal: FixtureFile = "export DIB_OTHERS=1\nexit 9\n"
      await #expect(throws: BuildError.self) {
        try await fixture.build(["environment.d/50-others": refusal])
      }
      #expect(fixture.steps == [])
    }
  }

  /// The host's programs below `/opt` are taken as given, elements there are not.
  @Test(arguments: ["/opt", "/usr/share", "/dev/shm"])
  func aFileOfAnElementIsAnInputWhereverItLies(_ place: FilePath) async throws {
    let elements = place.appending("tie-check-tests-\(UInt32.random(in: 0...UInt32.max))")
    var files = fakeOperatingSystem
    files["test/README.rst"] = "test\n"
    files["test/extra-data.d/50-read"] = .script(
      """
      eval declare -A paths="($(get_image_element_array))"
      cat "${paths[test]}/data" > "$TMP_MOUNT_PATH/etc/data"
      """)
    func build(_ fixture: BuildFixture, _ data: String) async throws -> Rootfs {
      try elements.appending("test/data").write(Array(data.utf8))
      return try await fixture.build(ElementTree.discover(in: [elements]))
    }
    try withTree(files) { tree in try runOnHost("cp", "-a", tree.string, elements.string) }
    try await BuildFixture.with { fixture in
      _ = try await build(fixture, "one\n")
      let rootfs = try await build(fixture, "two\n")
      #expect(try await fixture.text("/etc/data", in: rootfs) == "two\n")
    }
    try FileTree.remove(elements)
  }

  @Test func namesThatAreNotUTF8AreKept() async throws {
    try await BuildFixture.with { fixture in
      let rootfs = try await fixture.build([
        "install.d/50-name": .script(
          "mkdir -p $'/opt/\\xff' && touch $'/opt/\\xff/\\xfe' $'/tmp/\\xfd'")
      ])
      try await fixture.store.withWorkspace { scratch in
        let spec = SandboxSpec(root: .overlay(try rootfs.overlay(scratch: scratch)))
        try await SandboxLauncher().withHeld(spec) { held in
          let root = try RootedDirectory(held.root)
          #expect(try root.entries(of: "opt").map { Array($0.string.utf8) }.count == 1)
          #expect(try root.children(of: "tmp") == [])
          try root.remove("opt")
          #expect(try !root.exists("opt"))
        }
      }
    }
  }

  @Test func aHostFileThatAHookReadIsAnInput() async throws {
    try await BuildFixture.with { fixture in
      let file = fixture.root.appending("key")
      let element: [String: FixtureFile] = [
        "extra-data.d/50-key": .script("cat \"$KEY_FILE\" > \"$TMP_MOUNT_PATH/etc/key\"")
      ]
      try file.write(Array("one\n".utf8))
      try await fixture.build(element, variables: ["KEY_FILE": file.string])
      try await fixture.build(element, variables: ["KEY_FILE": file.string])
      #expect(fixture.steps == [])
      try file.write(Array("two\n".utf8))
      let rootfs = try await fixture.build(element, variables: ["KEY_FILE": file.string])
      #expect(try await fixture.text("/etc/key", in: rootfs) == "two\n")
    }
  }

  @Test func aDamagedLayerIsMadeAgain() async throws {
    try await BuildFixture.with { fixture in
      try await fixture.build(Self.element)
      let layer = try #require(
        fixture.store.listing().first { $0.layer.title == "install.d/10-first" })
      let file = fixture.store.directory(of: layer.layer.id).rootfs.appending("etc/first")
      try file.write(Array("damaged".utf8))
      let rootfs = try await fixture.build(Self.element)
      #expect(try await fixture.text("/etc/first", in: rootfs) == "first\n")
      #expect(fixture.steps.contains("install.d/10-first"))
    }
  }

  @Test func aFailedHookLeavesNoLayer() async throws {
    try await BuildFixture.with { fixture in
      await #expect(throws: BuildError.self) {
        try await fixture.build(["install.d/10-first": .script("echo x > /etc/x; exit 1")])
      }
      #expect(!fixture.store.listing().contains { $0.layer.title == "install.d/10-first" })
      let left = try fixture.store.workDirectory.children()
      #expect(left == [])
    }
  }

  @Test func twoBuildsAtOnceMakeEachLayerOnce() async throws {
    try await BuildFixture.with { fixture in
      async let first = fixture.build(Self.element)
      async let second = fixture.build(Self.element)
      _ = try await (first, second)
      let titles = fixture.store.listing().map(\.layer.title)
      #expect(Set(titles).count == titles.count)
    }
  }

  private func expectHooks(
    after changes: [String: FixtureFile], variables: [String: String] = [:], _ hooks: [String],
    because reason: String?, sourceLocation: Testing.SourceLocation = #_sourceLocation
  ) async throws {
    try await BuildFixture.with { fixture in
      try await fixture.build(Self.element)
      try await fixture.build(Self.element.merging(changes) { $1 }, variables: variables)
      let phases = HookPhase.allCases.map { "\($0.rawValue)/" }
      let run = fixture.steps.filter { step in phases.contains { step.hasPrefix($0) } }
      #expect(run == hooks, sourceLocation: sourceLocation)
      if let reason { #expect(fixture.notes.contains(reason), sourceLocation: sourceLocation) }
    }
  }
}
