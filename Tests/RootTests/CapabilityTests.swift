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

  @Test func rootIsAvailable() throws {
    try Capability.root.require()
  }
}
