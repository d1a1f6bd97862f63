import Sandbox
import SystemPackage
import TestSupport
import Testing

@Suite(.requires(.root)) struct CapabilityTests {
  @Test func overlayIsTriedWhereItIsNeeded() throws {
    try TemporaryDirectory.with { directory in
      #expect(Capability.hasOverlay(in: directory))
      let left = try directory.children()
      #expect(left.isEmpty)
    }
  }

  @Test func overlayNeedsAWritableFileSystem() {
    #expect(!Capability.hasOverlay(in: "/proc"))
    #expect(throws: MissingCapability(.overlay, for: "/proc")) {
      try Capability.requireOverlay(in: "/proc")
    }
  }

  @Test func whatKeepsADirectoryFromBeingWrittenIsTold() {
    let missing = MissingCapability(
      .overlay, for: "/proc/nothing", reason: .noSuchFileOrDirectory)
    #expect(throws: missing) { try Capability.requireOverlay(in: "/proc/nothing") }
    #expect(missing.hint == "No such file or directory: choose a directory that can be written")
  }

  @Test func rootIsAvailable() throws {
    try Capability.root.require()
  }
}
