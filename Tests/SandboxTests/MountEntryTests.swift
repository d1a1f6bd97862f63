import SystemPackage
import Testing

@testable import Sandbox

struct MountEntryTests {
  private static let host = MountEntry.entries(
    parsing: """
      27 1 254:0 / / rw,relatime - ext4 /dev/vda rw,discard
      40 27 254:1 / /srv rw - ext4 /dev/vdb rw
      41 27 254:1 /sub /mnt/sub rw - ext4 /dev/vdb rw
      this is no entry
      """)

  @Test func lineIsTakenApart() throws {
    let entry = try #require(
      MountEntry(parsing: "36 35 98:0 /a\\040b /m\\134t ro,noatime master:1 - ext3 /dev/r\\011t rw")
    )
    #expect(entry.id == 36 && entry.parent == 35 && entry.device == "98:0")
    #expect(entry.root == "/a b" && entry.mountPoint == "/m\\t")
    #expect(entry.options == ["ro", "noatime"] && entry.isReadOnly)
    #expect(entry.type == "ext3" && entry.source == "/dev/r\tt")
  }

  @Test func otherLinesAreSkipped() {
    #expect(Self.host.count == 3)
  }

  private func bind(_ device: String, _ root: String) throws -> BindMount? {
    let entry = MountEntry(parsing: "50 27 \(device) \(root) /target rw - ext4 /dev/x rw")
    return BindMount(try #require(entry), among: Self.host)
  }

  @Test func bindMountLeadsBackToTheHost() throws {
    #expect(try bind("254:0", "/var/lib")?.source == "/var/lib")
    #expect(try bind("254:1", "/other/deep")?.source == "/srv/other/deep")
    #expect(try bind("254:1", "/")?.source == "/srv")
  }

  @Test func closestMountHoldsTheSource() throws {
    #expect(try bind("254:1", "/sub")?.source == "/mnt/sub")
    #expect(try bind("254:1", "/sub/file")?.source == "/mnt/sub/file")
    #expect(try bind("254:1", "/subway")?.source == "/srv/subway")
  }

  @Test func newFileSystemIsNoBindMount() throws {
    #expect(try bind("0:77", "/") == nil)
  }
}
