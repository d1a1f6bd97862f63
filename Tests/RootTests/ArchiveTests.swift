import Archives
import CArchive
import Glibc
import Sandbox
import SystemPackage
import TestSupport
import Testing

/// Other programs read what we write, device nodes and privileged attributes included.
@Suite(.requires(.root)) struct ArchiveTests {
  /// Fills the fixture's base directory.
  private func fill(_ fixture: SandboxFixture) throws {
    let base = fixture.path("base")
    try fixture.write("text", to: "base/file")
    chown(base.appending("file").string, 1234, 4_000_000)
    link(base.appending("file").string, base.appending("linked").string)
    mknod(base.appending("null").string, S_IFCHR | 0o666, 1 << 8 | 3)
    mknod(base.appending("disk").string, S_IFBLK | 0o660, 254 << 8 | 1)
    mknod(base.appending("pipe").string, S_IFIFO | 0o600, 0)
    set("user.note", Array("hello".utf8), on: base.appending("file"))
    // cap_net_raw=ep
    let capability: [UInt8] = [1, 0, 0, 2, 0, 32, 0, 0] + [UInt8](repeating: 0, count: 12)
    set("security.capability", capability, on: base.appending("linked"))
    // user::rw-, user:1:r--, group::r--, mask::r--, other::r--
    let acl: [[UInt8]] = [
      [2, 0, 0, 0], [1, 0, 6, 0, 255, 255, 255, 255], [2, 0, 4, 0, 1, 0, 0, 0],
      [4, 0, 4, 0, 255, 255, 255, 255], [16, 0, 4, 0, 255, 255, 255, 255],
      [32, 0, 4, 0, 255, 255, 255, 255],
    ]
    set("system.posix_acl_access", acl.flatMap(\.self), on: base.appending("file"))
  }

  private func set(_ name: String, _ value: [UInt8], on path: FilePath) {
    #expect(setxattr(path.string, name, value, value.count, 0) == 0)
  }

  private func attribute(_ name: String, of path: FilePath) -> [UInt8]? {
    var value = [UInt8](repeating: 0, count: 1000)
    let count = getxattr(path.string, name, &value, value.count)
    return count < 0 ? nil : Array(value[..<count])
  }

  @Test(arguments: [
    [
      "tar", "--xattrs", "--xattrs-include=*", "--acls", "--numeric-owner", "--same-owner", "-xpf",
    ],
    ["bsdtar", "--numeric-owner", "-xpf"],
  ])
  func otherProgramsRestoreEverything(_ words: [String]) async throws {
    try await SandboxFixture.with { fixture in
      try fill(fixture)
      fixture.makeDirectories(["out"])
      let archive = fixture.path("archive.tar")
      try await SandboxLauncher().withHeld(SandboxSpec(root: .directory(fixture.path("base")))) {
        try ArchiveWriter().write($0.root, to: archive)
      }
      let command = Command(
        words[0], Array(words.dropFirst()) + [archive.string, "-C", fixture.path("out").string])
      let result = try await CommandRunner().run(command)
      #expect(result.isSuccess && result.error.isEmpty, "\(result.error)")
      for name in ["file", "linked", "null", "disk", "pipe", "tmp", "bin"] {
        expectEqual(fixture.path("base/\(name)"), fixture.path("out/\(name)"))
      }
      let inode = FileStatus(fixture.path("out/file"))?.inode
      #expect(FileStatus(fixture.path("out/linked"))?.inode == inode)
    }
  }

  private func expectEqual(_ left: FilePath, _ right: FilePath) {
    guard let one = FileStatus(left), let two = FileStatus(right) else {
      Issue.record("\(right) is missing")
      return
    }
    #expect(one.kind == two.kind && one.mode == two.mode, "\(right)")
    #expect(one.userID == two.userID && one.groupID == two.groupID, "\(right)")
    #expect(one.modified.tv_sec == two.modified.tv_sec, "\(right)")
    for name in ["user.note", "security.capability", "system.posix_acl_access"] {
      #expect(attribute(name, of: left) == attribute(name, of: right), "\(right): \(name)")
    }
  }

  @Test func otherFileSystemsCanBeLeftOut() async throws {
    try await SandboxFixture.with { fixture in
      try fixture.write("text", to: "base/etc/file")
      let archive = fixture.path("archive.tar")
      let spec = fixture.spec("", mounts: [.tmpfs(target: "/new", mountPoint: .created)])
      try await SandboxLauncher().withHeld(spec) { held in
        var writer = ArchiveWriter()
        writer.staysOnFileSystem = true
        try writer.write(held.root, to: archive)
      }
      let names = try ArchiveReader(archive).entries().map(\.path.string)
      #expect(
        names == [
          ".", "./bin", "./dev", "./etc", "./etc/file", "./lib", "./lib64", "./new", "./proc",
          "./sbin", "./sys", "./tmp", "./usr",
        ])
    }
  }
}
