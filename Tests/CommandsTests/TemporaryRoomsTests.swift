import Sandbox
import SystemPackage
import TestSupport
import Testing

@testable import Commands

@Suite struct TemporaryRoomsTests {
  @Test func whatAKilledBuildLeftIsRemoved() async throws {
    let files: [String: FixtureFile] = [
      "dib_image.left/.lock": "", "dib_image.left/disk/x": "", "dib_image.used/.lock": "",
      "dib_image.other/x": "", "dib_image.link": .symlink("elsewhere"), "elsewhere/.lock": "",
    ]
    try await withTree(files) { folder in
      let lock = try FileLock.exclusiveNow(folder.appending("dib_image.used/.lock"))
      let others = ["dib_image.link", "dib_image.other", "dib_image.used", "elsewhere"]
      let room = try await TemporaryRooms(in: folder).withRoom { room in
        #expect(FileStatus(room)?.kind == .directory)
        #expect(
          fileNames(in: folder).sorted() == (others + [room.lastComponent?.string ?? ""]).sorted())
        // Another build keeps off.
        try await TemporaryRooms(in: folder).withRoom { #expect($0 != room) }
        #expect(FileStatus(room) != nil)
        return room
      }
      #expect(FileStatus(room) == nil)
      #expect(fileNames(in: folder) == others)
      lock?.release()
    }
  }
}
