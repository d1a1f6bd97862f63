import Testing

@testable import Commands

@Suite struct MissingToolsTests {
  @Test(arguments: [
    ("mkfs.ext2", "e2fsprogs"), ("mkfs.ext3", "e2fsprogs"), ("mkfs.ext4", "e2fsprogs"),
    ("mkfs.msdos", "dosfstools"), ("qemu-img", "qemu-utils"), ("rsync", "rsync"),
  ])
  func packagesAreNamed(_ tool: String, _ package: String) {
    #expect(
      MissingTools(names: [tool]).description
        == "missing: \(tool)\n  hint: `apt-get install \(package)`")
  }
}
