import Sandbox
import SystemPackage
import TestSupport
import Testing

/// Packages and services.
@Suite(.requires(.root)) struct PackageFactTests {
  @Test("C091 the key uninstall counts, whatever its value") func c091() async throws {
    try await expectCases(proving: "C091")
  }

  @Test("C092 blanks in lists of architectures do not count") func c092() async throws {
    try await expectCases(proving: "C092")
  }

  @Test("C093 arch together with not-arch is an error") func c093() async throws {
    try await expectCases(proving: "C093")
  }

  @Test("C094 a condition that is malformed, or on an unset variable, is an error") func c094()
    async throws
  {
    try await expectCases(proving: "C094")
  }

  @Test("C095 conditions must all hold, one of several entries is enough") func c095() async throws
  {
    try await expectCases(proving: "C095")
  }

  @Test("C096 conditions are not read where another filter excludes an entry") func c096()
    async throws
  {
    try await expectCases(proving: "C096")
  }

  @Test("C097 package files of hidden elements are read too") func c097() async throws {
    try await expectCases(proving: "C097")
  }

  @Test("C098 a build-only package is in both lists") func c098() async throws {
    try await expectCases(proving: "C098")
  }

  @Test("C099 a plain entry removes an earlier uninstall of its package") func c099() async throws {
    try await expectCases(proving: "C099")
  }

  @Test("C100 DIB_INSTALLTYPE_x_y decides for the element x-y") func c100() async throws {
    try await expectCases(proving: "C100")
  }

  private static let squashed = """
    {"install.d": {"install": [["one", "a"], ["two", "a"], ["one", "b"], ["three", "b"]],
                   "uninstall": [["two", "a"]]}}
    """

  /// Calls package-installs-v2 for install.d, and gives what install-packages was called with.
  private func calls(_ arguments: [String], status: Int32 = 0) async throws -> String {
    let stub = FixtureFile.executable("#!/bin/bash\necho \"$*\" >> \"$LOG\"\nexit \(status)\n")
    let map = Checkout.elements.appending("pkg-map/bin/pkg-map").string
    return try await withTree(
      ["bin/install-packages": stub, "bin/pkg-map": .symlink(map), "list": .text(Self.squashed)]
    ) { tree in
      let script = Checkout.elements.appending("package-installs/bin/package-installs-v2").string
      let result = try await CommandRunner().run(
        Command(
          script, ["--phase", "install.d"] + arguments + [tree.appending("list").string],
          environment: [
            "PATH": "\(tree)/bin:/usr/bin:/bin", "LOG": "\(tree)/log", "DISTRO_NAME": "debian",
          ]))
      #expect(result.termination == .exited(status == 0 ? 0 : 1), "\(result.error)")
      return try readFile(tree.appending("log"))
    }
  }

  @Test("C101 package-installs-v2 calls install-packages once, with each name once") func c101()
    async throws
  {
    #expect(try await calls([]) == "one two three\n")
    #expect(try await calls(["--uninstall"]) == "-e two\n")
    #expect(try await calls([], status: 100) == "one two three\n")
  }

  @Test("C102 of a pkg-map release wins over distro, family and default") func c102() async throws {
    try await expectCases(proving: "C102")
  }

  /// The status and the output of pkg-map.
  private func map(_ content: String, _ arguments: String...) async throws -> String {
    try await withTree(["map": .text(content)]) { tree in
      let result = try await CommandRunner().run(
        Command(
          Checkout.elements.appending("pkg-map/bin/pkg-map").string,
          ["--distro", "debian"] + arguments, workingDirectory: tree))
      guard case .exited(let status) = result.termination else { return "\(result.termination)" }
      return "\(status) \(result.output.split(separator: "\n").joined(separator: " "))"
    }
  }

  @Test("C103 pkg-map tells with its status what is not mapped") func c103() async throws {
    let text = #"{"default": {"a": "real-a", "many": "b c", "none": "", "null": null}}"#
    #expect(try await map(text, "--pkg-map", "map", "a", "many", "none", "null") == "0 real-a b c")
    #expect(
      try await map(text, "--pkg-map", "map", "--prefix", "-", "a", "many") == "0 -real-a -b c")
    #expect(try await map(text, "--pkg-map", "map", "a", "other", "many") == "1 real-a")
    #expect(
      try await map(text, "--pkg-map", "map", "--missing-ok", "a", "other") == "0 real-a other")
    #expect(try await map(text, "--element", "no-such-element", "a") == "2 ")
    #expect(try await map(text, "--element", "no-such-element", "--missing-ok", "a") == "0 a")
    #expect(try await map(text, "a") == "1 ")
    #expect(try await map("{", "--pkg-map", "map", "a") == "1 ")
  }

  @Test("C104 to pkg-map 8-stream is 8") func c104() async throws {
    try await expectCases(proving: "C104")
  }

  /// Calls install-packages of the element dpkg, with an apt-get that prints its last arguments, and
  /// package lists that are gone afterwards.
  private func installPackages(_ arguments: String...) async throws -> CommandResult {
    let stub = FixtureFile.executable(
      "#!/bin/bash\nshift 8\nprintf 'apt-get:'\nprintf ' <%s>' \"$@\"\necho\n")
    return try await withTree(["bin/apt-get": stub, "lists": .directory]) { tree in
      let script = """
        mount --bind "$0" /var/lib/apt/lists
        exec "$@"
        """
      let path = Checkout.elements.appending("dpkg/bin/install-packages").string
      return try await CommandRunner().run(
        Command(
          "unshare",
          ["-m", "/bin/sh", "-ec", script, tree.appending("lists").string, path] + arguments,
          environment: ["PATH": "\(tree)/bin:/usr/sbin:/usr/bin:/sbin:/bin", "DIB_OFFLINE": "1"]))
    }
  }

  @Test("C105 install-packages splits arguments with blanks") func c105() async throws {
    let result = try await installPackages("a b", "c")
    #expect(result.isSuccess && result.output == "apt-get: <install> <a> <b> <c>\n")
  }

  @Test("C106 install-packages -u heeds no names, and no names are no error") func c106()
    async throws
  {
    let upgrade = try await installPackages("-u", "ignored")
    #expect(upgrade.isSuccess && upgrade.output == "apt-get: <dist-upgrade>\n")
    let nothing = try await installPackages()
    #expect(nothing.isSuccess && nothing.output == "install-packages: no packages to install\n")
    #expect(try await installPackages("-e", "a").output == "apt-get: <remove> <a>\n")
    #expect(try await installPackages("-z").termination == .exited(1))
  }

  @Test("C107 svc-map prefers distro, then family, then default; twice is an error") func c107()
    async throws
  {
    try await expectCases(proving: "C107")
  }
}
