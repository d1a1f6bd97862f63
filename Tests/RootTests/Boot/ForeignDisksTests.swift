import Sandbox
import SystemPackage
import TestSupport
import Testing

/// Disks made by elements of the diskimage-builder package from PyPI, as they are.
@Suite(.requires(.root), .tags(.network), .serialized) struct ForeignDisksTests {
  /// In the last phases the boot loader's hook installs packages and writes to the disk's devices.
  @Test func bootsFromItsOwnBootLoader() async throws {
    try await withForeignElements { foreign in
      try await withTree(bootMarker) { folder in
        let name = folder.appending("image")
        let outcome = try await BuiltProgram.run(
          ["build", "-n", "-t", "qcow2,tar", "-o", name.string, "--isolation", "loop"]
            + ["debian-minimal", "boot-marker", "vm"],
          try await variables([foreign, folder]))
        try #require(outcome.status == 0, "\(outcome.output)")
        #expect(FileStatus(FilePath("\(name).tar")) != nil)
        let console = try await Emulator(.bios).boot(FilePath("\(name).qcow2"))
        #expect(console.hasBooted, "\(console.tail)")
        #expect(console.failedUnits == [])
      }
    }
  }

  private func variables(_ elements: [FilePath]) async throws -> [String: String] {
    [
      "DIB_DEBIAN_SECURITY_MIRROR": try await mirror("security"),
      "DIB_DISTRIBUTION_MIRROR": try await mirror("archive"),
      // Its apt keeps packages there, and stops where another build uses them.
      "DIB_IMAGE_CACHE": Checkout.root.appending(".build/test-image-cache").string,
      // Else its dib-python looks for Python 2, which Debian no longer has.
      "DIB_PYTHON_VERSION": "3", "DIB_RELEASE": "bookworm",
      "ELEMENTS_PATH": elements.map(\.string).joined(separator: ":"),
      "TIE_CHECK_CACHE": Checkout.layers.string,
    ]
  }

  /// The mirror that this host uses, which foreign elements do not look for.
  private func mirror(_ archive: String) async throws -> String {
    let script = Checkout.elements.appending("debian-minimal/debian-archive/host-mirror")
    let result = try await CommandRunner().run(
      checked: Command(script.string, [archive, "bookworm"]))
    return result.output.filter { !$0.isNewline }
  }
}
