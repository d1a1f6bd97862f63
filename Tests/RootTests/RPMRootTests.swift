import Sandbox
import SystemPackage
import TestSupport
import Testing

/// A root of RPM packages, begun from a repository that is made here.
@Suite(.requires(.root), .serialized) struct RPMRootTests {
  private static let recipe = Checkout.root.appending(
    "Tests/RootTests/Fixtures/rpm-repository/make-repository")

  /// Builds a directory from a mirror that has been made in `folder`.
  private func build(in folder: FilePath, trusting key: String) async throws -> BuiltProgram.Outcome
  {
    let mirror = folder.appending("mirror")
    return try await BuiltProgram.run(
      ["build", "-n", "-p", "greeting", "-t", "directory", "-o", "image", "centos-minimal"],
      [
        "DIB_DISTRIBUTION_MIRROR": "file://\(mirror)",
        "DIB_YUM_MINIMAL_GPG_KEY": mirror.appending(key).string,
        "TIE_CHECK_CACHE": folder.appending("cache").string,
        "HOME": folder.appending("home").string,
      ], in: folder)
  }

  @Test func packagesOfARepositoryBecomeARootThatInstallsMore() async throws {
    try await withTemporaryFolder { folder in
      try runOnHost(Self.recipe.string, folder.appending("mirror").string)

      let refused = try await build(in: folder, trusting: "RPM-GPG-KEY-of-others")
      #expect(
        refused.status != 0 && refused.output.contains("GPG check FAILED"), "\(refused.output)")

      let outcome = try await build(in: folder, trusting: "RPM-GPG-KEY")
      #expect(outcome.status == 0, "\(outcome.output)")
      let root = folder.appending("image.rootfs")
      // The first by dnf of the host, the second by that of the image; both in the image's database.
      try runOnHost("chroot", root.string, "rpm", "--query", "coreutils", "greeting")
      try runOnHost("chroot", root.string, "rpm", "--verify", "greeting", "greeting-words")
      try runOnHost("chroot", root.string, "/usr/bin/greeting")
      try runOnHost("test", "-s", root.appending("var/lib/coreutils-was-installed").string)
      try runOnHost("grep", "-q", "NOZEROCONF=yes", root.appending("etc/sysconfig/network").string)
      try runOnHost("test", "!", "-e", root.appending("root/.rpmdb").string)
      let packages = try folder.appending("image.d/packages.json").contents()
      #expect(String(decoding: packages, as: UTF8.self).contains("\"name\" : \"greeting-words\""))
    }
  }
}
