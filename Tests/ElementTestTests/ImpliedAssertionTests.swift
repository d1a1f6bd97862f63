import Diagnostics
import ElementModel
import SystemPackage
import TestSupport
import Testing

@testable import ElementTest

@Suite struct ImpliedAssertionTests {
  @Test func untouchedRootfsKeepsEveryPromise() async throws {
    let results = try await ImpliedCase().results()
    #expect(results.allSatisfy { $0.verdict == .passed })
    #expect(
      results.map(\.name)
        == [
          "programs from bin/ are in place", "enabled units are valid",
          "no build residue is left",
          "no traces of the build host are below /etc",
          "no private key or password is in the image", "every setuid file is owned by a package",
          "nothing is world-writable", "the package database is consistent",
          "packages are installed", "removed packages are absent", "mapped services exist",
          "files from static/ are in place",
        ].map { "default: implied: \($0)" })
  }

  @Test func missingPackageIsReportedWhereItIsAskedFor() async throws {
    var implied = ImpliedCase()
    implied.files = [
      "foo/package-installs.yaml": "there:\nabstract:\n",
      "foo/pkg-map": #"{"family": {"debian": {"abstract": "real-a real-b"}}}"#,
    ]
    implied.rootfs.packageList = [
      .init(name: "there", version: "1"), .init(name: "real-a", version: "1"),
    ]
    let failure = try await implied.failure("packages are installed")
    #expect(failure?.message == "package `real-b` is not installed")
    #expect(failure?.location?.path.lastComponent == "package-installs.yaml")
    #expect(failure?.location?.start == SourcePosition(line: 2))
  }

  @Test func aBrokenEnabledUnitIsNamed() async throws {
    var implied = ImpliedCase()
    let link: FilePath = "/etc/systemd/system/multi-user.target.wants/foo.service"
    implied.rootfs.files["/etc/systemd/system"] = FileFacts(kind: .directory)
    implied.rootfs.files[link.removingLastComponent()] = FileFacts(kind: .directory)
    implied.rootfs.add(link, linkTo: "/etc/systemd/system/foo.service")
    implied.rootfs.add("/usr/bin/systemd-analyze", "")
    let command = "/usr/bin/systemd-analyze verify --man=no --recursive-errors=no foo.service"
    implied.rootfs.commands[command] = CommandOutcome(
      status: 1, errorOutput: "/etc/systemd/system/foo.service:3: Unknown section 'Servce'.\n")
    let failure = try await implied.failure("enabled units are valid")
    #expect(failure?.message.contains("Unknown section") == true)
    implied.rootfs.commands[command] = CommandOutcome()
    #expect(try await implied.failure("enabled units are valid") == nil)
  }

  @Test func providedPackageCountsAsInstalled() async throws {
    var implied = ImpliedCase()
    implied.files = ["foo/package-installs.yaml": "awk:\nvim=9:\n"]
    implied.rootfs.packageList = [
      .init(name: "mawk", version: "1", provides: ["awk"]), .init(name: "vim", version: "9"),
    ]
    #expect(try await implied.failure("packages are installed") == nil)
  }

  @Test func filteredPackagesAreNotExpected() async throws {
    var implied = ImpliedCase()
    implied.files = [
      "foo/package-installs.yaml": """
      other: {arch: arm64}
      source: {installtype: package}
      conditional: {when: WANTED = 1}
      """
    ]
    implied.environment = ["WANTED": "0"]
    #expect(try await implied.failure("packages are installed") == nil)
  }

  @Test func packageThatStaysIsReported() async throws {
    var implied = ImpliedCase()
    implied.files = [
      "foo/package-installs.yaml": "gone: {uninstall: true}\ntool: {build-only: true}\nboth:\n",
      "bar/package-installs.yaml": "both: {build-only: true}\n",
    ]
    implied.rootfs.packageList = [
      .init(name: "tool", version: "1"), .init(name: "both", version: "1"),
      .init(name: "gone", version: "1", status: "deinstall ok config-files"),
    ]
    let failure = try await implied.failure("removed packages are absent")
    #expect(failure?.message == "package `tool` is still installed")
    #expect(try await implied.failure("packages are installed") == nil)
  }

  @Test func unreadableConditionIsErrored() async throws {
    var implied = ImpliedCase()
    implied.files = ["foo/package-installs.yaml": "a: {when: UNSET = 1}\n"]
    #expect(try await implied.verdict("packages are installed").word == "errored")
  }

  @Test func programsAndFilesMustBeAsInTheElement() async throws {
    var implied = ImpliedCase()
    implied.files = [
      "foo/bin/tool": .executable("new\n"), "foo/bin/fine": .text("fine\n"),
      "foo/static/etc/a": "one\ntwo\n", "foo/static/etc/link": .symlink("a"),
      "foo/static/etc/a~": "", "foo/static/etc/core": "", "foo/static/etc/.git/config": "",
      "foo/static/etc/mode": .text("", mode: 0o664),
      "foo/install.d/10-copy": .executable("cp -r $(dirname $0)/../static/. /\n"),
      "foo/pre-install.d/01-copy": .executable("install \"${TMP_HOOKS_PATH}/bin\"/* /usr\n"),
    ]
    implied.rootfs.add("/usr/local/bin/tool", "old\n", mode: 0o755)
    implied.rootfs.add("/usr/local/bin/fine", "fine\n", mode: 0o755)
    implied.rootfs.add("/etc/a", "one\n2\n")
    implied.rootfs.add("/etc/link", linkTo: "b")
    implied.rootfs.add("/etc/mode", "", mode: 0o644)
    let program = try await implied.failure("programs from bin/ are in place")
    #expect(program?.message == "`/usr/local/bin/tool` differs from the element's file")
    #expect(program?.details.contains("-new\n+old") == true)
    let file = try await implied.failure("files from static/ are in place")
    #expect(file?.message == "`/etc/a` differs from the element's file (and 1 more)")
    #expect(file?.details.contains("`/etc/link` is a link to something else") == true)
  }

  @Test func theBundledElementLeavesOutTheSameFiles() throws {
    let checkout = FilePath(#filePath).removingLastComponent().removingLastComponent()
      .removingLastComponent()
    let list = try readFile(checkout.appending("elements/install-static/static-excludes/cvs"))
    #expect(list.split(separator: "\n").map(String.init) == StaticFilesPresent.excluded)
  }

  @Test func filesThatNoHookCopiesAreNotExpected() async throws {
    var implied = ImpliedCase()
    implied.files = [
      "foo/static/etc/a": "", "foo/install.d/10-other": .executable("ls /static ../statics\n"),
    ]
    #expect(
      try await implied.verdict("files from static/ are in place")
        == .skipped(reason: "no hook of this build copies static/ into the image"))
  }

  @Test func mappedServiceMustExist() async throws {
    var implied = ImpliedCase()
    implied.files = ["foo/svc-map": "a:\n  debian: real-a\nb:\n  default: real-b\nc:\n  suse: x\n"]
    implied.rootfs.units = ["real-a": .disabled, "c": .static]
    let failure = try await implied.failure("mapped services exist")
    #expect(failure?.message == "service `b` does not exist")
    #expect(failure?.expected == "b or real-b")
  }

  @Test func residueIsReported() async throws {
    var implied = ImpliedCase()
    implied.rootfs.add("/usr/sbin/policy-rc.d", "exit 101\n", mode: 0o755)
    implied.rootfs.add("/proc/left", "")
    implied.rootfs.add("/etc/resolv.conf", "nameserver 10.0.0.1\n")
    implied.host.resolverConfiguration = Array("nameserver 10.0.0.1\n".utf8)
    let failure = try await implied.failure("no build residue is left")
    #expect(
      failure?.details == """
        `/usr/sbin/policy-rc.d` is left from the build
        `/proc/left` lies below a mount point
        `/etc/resolv.conf` is the build's
        """)
  }

  @Test(arguments: [
    ("builder42", true), ("127.0.0.1 builder42\n", true), ("a.builder42.example", true),
    ("builder421", false), ("my-builder42", false), ("/var/tmp/build.1/mnt/etc", true),
    ("/var/tmp/build.12", false),
  ])
  func hostIsRecognized(_ text: String, isTrace: Bool) async throws {
    var implied = ImpliedCase()
    implied.host.name = "builder42"
    implied.host.workspaces = ["/var/tmp/build.1"]
    implied.rootfs.add("/etc/file", text)
    implied.rootfs.add("/etc/dib-manifests/dib_environment", "builder42\n")
    implied.rootfs.add("/usr/share/file", "builder42\n")
    let failure = try await implied.failure("no traces of the build host are below /etc")
    #expect((failure != nil) == isTrace)
  }

  @Test(arguments: ["localhost", "db"])
  func commonHostNamesAreNoTraces(_ name: String) async throws {
    var implied = ImpliedCase()
    implied.host.name = name
    implied.rootfs.add("/etc/hosts", "127.0.0.1 \(name)\n")
    #expect(try await implied.failure("no traces of the build host are below /etc") == nil)
  }

  @Test func secretsAreReported() async throws {
    var implied = ImpliedCase()
    let key = "-----BEGIN OPENSSH PRIVATE KEY-----\nAAAA\n"
    implied.rootfs.add("/etc/ssh/ssh_host_ed25519_key", key, mode: 0o600)
    implied.rootfs.add("/usr/share/doc/example.pem", key)
    implied.rootfs.add("/etc/certificate", "-----BEGIN CERTIFICATE-----\n")
    implied.rootfs.add("/etc/shadow", "root:*:1::\nme:$y$j9T$x:1::\nlocked:!$y$x:1\nopen::1\n")
    let failure = try await implied.failure("no private key or password is in the image")
    #expect(
      failure?.details == """
        `/etc/ssh/ssh_host_ed25519_key` holds a private key
        user `me` has a password
        user `open` needs no password
        """)
  }

  @Test func setuidFilesBelongToPackages() async throws {
    var implied = ImpliedCase()
    implied.rootfs.add("/usr/bin/su", "", mode: 0o4755)
    implied.rootfs.add("/usr/bin/chage", "", mode: 0o2755)
    implied.rootfs.add("/usr/local/bin/evil", "", mode: 0o6755)
    implied.rootfs.add("/var/lib/dpkg/info/util-linux.list", "/.\n/bin\n/bin/su\n")
    implied.rootfs.add("/var/lib/dpkg/info/passwd.list", "/usr/bin/chage\n")
    let failure = try await implied.failure("every setuid file is owned by a package")
    #expect(failure?.message == "no package owns `/usr/local/bin/evil`, whose mode is 6755")
    #expect(failure?.expected == "0755")
  }

  @Test func onlyStickyDirectoriesAreForEveryone() async throws {
    var implied = ImpliedCase()
    implied.rootfs.files = [
      "/tmp": FileFacts(kind: .directory, mode: 0o1777),
      "/srv/open": FileFacts(kind: .directory, mode: 0o777),
      "/etc/open": FileFacts(mode: 0o666),
      "/etc/link": FileFacts(kind: .symlink, mode: 0o777, linkTarget: "x"),
      "/dev/null": FileFacts(kind: .characterDevice, mode: 0o666),
    ]
    let failure = try await implied.failure("nothing is world-writable")
    #expect(
      failure?.details == """
        file `/etc/open` is world-writable (0666)
        directory `/srv/open` is world-writable (0777)
        """)
  }

  @Test func halfInstalledPackageIsReported() async throws {
    var implied = ImpliedCase()
    implied.rootfs.packageList = [
      .init(name: "a", version: "1", status: "install ok half-configured"),
      .init(name: "b", version: "1", status: "install ok triggers-pending"),
      .init(name: "c", version: "1", status: "hold ok installed"),
    ]
    implied.rootfs.add("/var/lib/dpkg/updates/0001", "")
    let failure = try await implied.failure("the package database is consistent")
    #expect(
      failure?.details == """
        package `a` is left as `install ok half-configured`
        package `b` is left as `install ok triggers-pending`
        dpkg was interrupted: `/var/lib/dpkg/updates/0001` is left
        """)
  }

  @Test func culpritIsNamedWhereItIsKnown() async throws {
    var implied = ImpliedCase()
    implied.rootfs.add("/etc/open", "", mode: 0o666)
    implied.lastTouched = "foo, install.d/50-foo"
    let failure = try await implied.failure("nothing is world-writable")
    #expect(failure?.details.hasSuffix("\nlast touched by foo, install.d/50-foo") == true)
  }
}

/// A build of the elements `foo` and `bar` for Debian, and the rootfs it is said to have made.
private struct ImpliedCase {
  var files: [String: FixtureFile] = [:]
  var rootfs = FakeRootfs()
  var environment: [String: String] = [:]
  var host = BuildFacts.Host()
  var lastTouched: String?

  func results() async throws -> [CaseResult] {
    let files = files.merging(["foo/README.rst": "", "bar/README.rst": ""]) { file, _ in file }
    let common = ["ARCH": "amd64", "DISTRO_NAME": "debian", "DIB_RELEASE": "bookworm"]
    return try await withElements(files) { tree in
      var facts = try BuildFacts(
        of: ["foo", "bar"], in: tree, environment: common.merging(environment) { $1 })
      facts.host = host
      let lastTouched = lastTouched
      facts.lastTouched = { _ in lastTouched }
      let suite = TestSuite(of: try #require(tree.elements["foo"]))
      return await TestRunner(facts, on: rootfs).run(suite.cases)
    }
  }

  func verdict(_ name: String) async throws -> CaseResult.Verdict {
    let results = try await results()
    return try #require(results.first { $0.name == "default: implied: \(name)" }).verdict
  }

  func failure(_ name: String) async throws -> CaseResult.Failure? {
    try await verdict(name).failure
  }
}
