import Foundation
import Archives
import Glibc
import SystemPackage
import TestSupport
import Testing

struct ArchiveTests {
  /// Calls `body` with an empty tree and a path for its archive.
  private func withTree(_ body: (_ tree: FilePath, _ archive: FilePath) throws -> Void) throws {
    try withTemporaryFolder { folder in
      let tree = folder.appending("tree")
      mkdir(tree.string, 0o755)
      try body(tree, folder.appending("archive"))
    }
  }

  private func write(_ text: String, to path: FilePath) throws {
    let file = try FileDescriptor.open(
      path, .writeOnly, options: [.create, .truncate], permissions: [.ownerReadWrite])
    _ = try file.closeAfter { try file.writeAll(text.utf8) }
  }

  private func bytes(of path: FilePath) throws -> [UInt8] {
    let file = try FileDescriptor.open(path, .readOnly)
    var bytes = [UInt8](repeating: 0, count: 1 << 20)
    let count = try file.closeAfter { try bytes.withUnsafeMutableBytes { try file.read(into: $0) } }
    return Array(bytes[..<count])
  }

  @Test func entriesAreSorted() throws {
    try withTree { tree, archive in
      for name in ["b", "a", "a-b"] { mkdir(tree.appending(name).string, 0o755) }
      for name in ["b/z", "b/y", "a/x"] { try write(name, to: tree.appending(name)) }
      try ArchiveWriter().write(tree, to: archive)
      let names = try ArchiveReader(archive).entries().map(\.path.string)
      #expect(names == [".", "./a", "./a/x", "./a-b", "./b", "./b/y", "./b/z"])
    }
  }

  @Test func everyKindOfFileIsKept() throws {
    try withTree { tree, archive in
      try write("text", to: tree.appending("file"))
      chmod(tree.appending("file").string, 0o4750)
      link(tree.appending("file").string, tree.appending("linked").string)
      symlink("/some/where", tree.appending("link").string)
      mkfifo(tree.appending("pipe").string, 0o600)
      try ArchiveWriter().write(tree, to: archive)
      let reader = ArchiveReader(archive)
      let kinds = try reader.entries().map(\.kind)
      #expect(
        kinds == [
          .directory, .regular, .symbolicLink(target: "/some/where"),
          .hardLink(to: "./file"), .fifo,
        ])
      #expect(try reader.entries()[1].mode == 0o4750)
      #expect(try reader.contents(of: "file") == Array("text".utf8))
      #expect(try reader.contents(of: "nothing") == nil)
    }
  }

  @Test(arguments: [Compression.none, .gzip(), .xz(level: 1), .zstd()])
  func equalTreesGiveEqualArchives(_ compression: Compression) throws {
    try withTree { tree, archive in
      var writer = ArchiveWriter(compression: compression)
      writer.latestModification = 1_000_000_000
      var archives: [[UInt8]] = []
      for name in ["one", "two"] {
        let copy = tree.appending(name)
        mkdir(copy.string, 0o755)
        for file in ["x", "y", "z"] { try write("same", to: copy.appending(file)) }
        _ = try bytes(of: copy.appending("x"))
        try writer.write(copy, to: archive)
        archives.append(try bytes(of: archive))
      }
      #expect(archives[0] == archives[1])
      #expect(try ArchiveReader(archive).entries().allSatisfy { $0.modified == 1_000_000_000 })
    }
  }

  @Test func earlierModificationIsKept() throws {
    try withTree { tree, archive in
      try write("x", to: tree.appending("old"))
      let times = [timespec(tv_sec: 5, tv_nsec: 0), timespec(tv_sec: 77, tv_nsec: 9)]
      utimensat(AT_FDCWD, tree.appending("old").string, times, 0)
      var writer = ArchiveWriter()
      writer.latestModification = 1000
      try writer.write(tree, to: archive)
      #expect(try ArchiveReader(archive).entries().map(\.modified) == [1000, 77])
    }
  }

  @Test func pathsCanBeLeftOut() throws {
    try withTree { tree, archive in
      for name in ["proc", "proc/1", "tmp", "tmp/hooks", "keep"] {
        mkdir(tree.appending(name).string, 0o755)
      }
      var writer = ArchiveWriter()
      writer.excluded = ["tmp/hooks"]
      writer.emptied = ["proc"]
      try writer.write(tree, to: archive)
      let names = try ArchiveReader(archive).entries().map(\.path.string)
      #expect(names == [".", "./keep", "./proc", "./tmp"])
    }
  }

  @Test func holesStayHoles() throws {
    try withTree { tree, archive in
      let path = tree.appending("sparse")
      let file = try FileDescriptor.open(
        path, .writeOnly, options: .create, permissions: .ownerReadWrite)
      try file.closeAfter {
        try file.resize(to: 50 << 20)
        _ = try file.writeAll(toAbsoluteOffset: 10 << 20, "middle".utf8)
      }
      try ArchiveWriter().write(tree, to: archive)
      #expect(try bytes(of: archive).count < 100_000)
      let contents = try #require(try ArchiveReader(archive).contents(of: "sparse"))
      #expect(contents.count == 50 << 20)
      #expect(contents[(10 << 20)..<(10 << 20) + 6].elementsEqual("middle".utf8))
    }
  }

  @Test func oddNamesAreKept() throws {
    try withTree { tree, archive in
      let names = ["été", "a\nb", String(repeating: "long", count: 50)]
      for name in names { try write(name, to: tree.appending(name)) }
      try ArchiveWriter().write(tree, to: archive)
      let entries = try ArchiveReader(archive).entries()
      #expect(
        Set(entries.dropFirst().map { $0.path.string.dropFirst(2) }) == Set(names.map { $0[...] }))
    }
  }

  @Test func initramfsHasTheBodyWithTheLastLink() throws {
    try withTree { tree, archive in
      try write("text", to: tree.appending("a"))
      link(tree.appending("a").string, tree.appending("b").string)
      try write("other", to: tree.appending("c"))
      try ArchiveWriter(format: .newc, compression: .gzip()).write(tree, to: archive)
      let entries = try ArchiveReader(archive).entries()
      #expect(Set(entries.map(\.path.string)) == [".", "./a", "./b", "./c"])
      #expect(try ArchiveReader(archive).contents(of: "c") == Array("other".utf8))
    }
  }

  @Test func initramfsTellsLinkedFilesApart() throws {
    try withTree { tree, archive in
      for (first, second) in [("a1", "a2"), ("b1", "b2")] {
        try write(first, to: tree.appending(first))
        link(tree.appending(first).string, tree.appending(second).string)
      }
      try ArchiveWriter(format: .newc).write(tree, to: archive)
      // Of the six bytes before them, then eight digits of the number (cpio(5), "New ASCII Format").
      let text = String(
        decoding: try Data(contentsOf: URL(filePath: archive.string)), as: UTF8.self)
      let numbers = text.matches(of: /070701([0-9A-F]{8})/).map { $0.1 }
      #expect(Set(numbers.prefix(5)).count == 3)
    }
  }

  @Test func missingTreeIsNamed() throws {
    try withTree { tree, archive in
      let error = #expect(throws: ArchiveError.self) {
        try ArchiveWriter().write(tree.appending("nowhere"), to: archive)
      }
      #expect(error?.description.hasSuffix("/nowhere/.: No such file or directory") == true)
    }
  }

  @Test func foreignFileIsNoArchive() throws {
    try withTree { tree, archive in
      try write("no archive", to: archive)
      let error = #expect(throws: ArchiveError.self) { try ArchiveReader(archive).entries() }
      #expect(error?.path == archive)
    }
  }
}
