import Sandbox
import SystemPackage
import Testing

struct MessageTests {
  @Test func missingCapabilityNamesTheMend() {
    for capability in Capability.allCases {
      #expect(MissingCapability(capability).description.contains("\n  hint: "))
    }
    let overlay = MissingCapability(.overlay, for: "/cache").description
    #expect(overlay.hasPrefix("overlayfs cannot be used in /cache\n"))
  }

  @Test func failedCommandQuotesItsLastLine() {
    let result = CommandResult(.exited(2), errorBytes: Array("one\ntwo\n".utf8))
    let error = CommandError.failed(Command("mkfs", ["-t", "x"]), result)
    #expect(error.description == "`mkfs -t x` exited with status 2: two")
  }
}
