import Sandbox
import SystemPackage
import TestSupport
import Testing

/// Sources, downloads, and other elements that others build on.
@Suite(.requires(.root)) struct SourceFactTests {
  /// Makes a repository with branches and tags, and an archive with two directories and a file.
  private static let prepare = """
    export GIT_CONFIG_GLOBAL=/dev/null GIT_AUTHOR_NAME=A GIT_AUTHOR_EMAIL=a@example.org
    export GIT_COMMITTER_NAME=A GIT_COMMITTER_EMAIL=a@example.org
    git init --quiet --initial-branch=master repository
    commit() { echo "$1" > repository/text; git -C repository add text; git -C repository commit -qm "$1"; }
    commit first
    git -C repository tag v1
    commit second
    git -C repository checkout --quiet -b topic
    commit topic
    git -C repository checkout --quiet -b main master
    commit main
    mkdir -p tree/one tree/two
    echo one > tree/one/first
    echo two > tree/two/second
    echo top > tree/top
    tar -C tree -czf tree.tar.gz one two top
    """

  /// Fetches what the row asks for, below the directory `root` of the tree that `body` gets.
  private func fetch(
    _ row: String, _ variables: [String: String] = [:], status: Int32 = 0,
    _ body: (FilePath) async throws -> Void = { _ in }
  ) async throws {
    let own = Checkout.elements.appending("source-repositories")
    let files: [String: FixtureFile] = [
      "hooks/extra-data.d": .symlink(own.appending("extra-data.d").string),
      "hooks/source-repositories-lib": .symlink(own.appending("source-repositories-lib").string),
      "hooks/bin": .symlink(Checkout.elements.appending("cache-url/bin").string),
      "hooks/source-repository-test": .text(row + "\n"), "root/etc": .directory,
      "build": .directory,
    ]
    try await withTree(files) { tree in
      try await CommandRunner().run(
        checked: Command("bash", ["-ec", Self.prepare], workingDirectory: tree))
      let environment = [
        "TMP_HOOKS_PATH": "\(tree)/hooks", "TMP_MOUNT_PATH": "\(tree)/root",
        "TMP_BUILD_DIR": "\(tree)/build", "HERE": "\(tree)",
        "DIB_IMAGE_CACHE": "\(tree)/cache", "IMAGE_NAME": "image",
        "PATH": "\(Checkout.library)/bin:/usr/sbin:/usr/bin:/sbin:/bin",
      ].merging(variables.mapValues { $0.replacing("HERE", with: "\(tree)") }) { $1 }
      let result = try await CommandRunner().run(
        Command("\(tree)/hooks/extra-data.d/98-source-repositories", environment: environment))
      #expect(result.termination == .exited(status), "\(result.error)")
      try await body(tree.appending("root"))
    }
  }

  private func text(_ path: String, in root: FilePath) -> String? {
    try? readFile(root.appending(path))
  }

  private static let row = "an.odd-name git /opt/x $HERE/repository"

  @Test("C108 variables named after a source replace its type, place and reference") func c108()
    async throws
  {
    try await fetch(Self.row, ["DIB_REPOREF_an_odd_name": "v1"]) {
      #expect(text("opt/x/text", in: $0) == "first\n")
      #expect(text("etc/dib-source-repositories", in: $0) == "/opt/x\n")
    }
    let archive = [
      "DIB_REPOTYPE_an_odd_name": "tar", "DIB_REPOLOCATION_an_odd_name": "file://HERE/tree.tar.gz",
    ]
    try await fetch(Self.row, archive) { #expect(text("opt/x/first", in: $0) == "one\n") }
    try await fetch(Self.row, ["DIB_INSTALLTYPE_an_odd_name": "package"]) {
      #expect(!fileNames(in: $0).contains("opt"))
    }
  }

  @Test("C109 git takes master, or all for *, and leaves a branch fetch_<ref>") func c109()
    async throws
  {
    for (reference, branch, content) in [
      ("", "fetch_master", "second\n"), (" topic", "fetch_topic", "topic\n"),
      (" v1", "fetch_v1", "first\n"),
    ] {
      try await fetch(Self.row + reference) { root in
        #expect(text("opt/x/text", in: root) == content)
        let head = try await output(
          of: "git", "-C", root.appending("opt/x").string, "symbolic-ref", "--short", "HEAD")
        #expect(head == "\(branch)\n")
      }
    }
    try await fetch(Self.row + " *") { root in
      #expect(text("opt/x/text", in: root) == "main\n")
      let branches = try await output(
        of: "git", "-C", root.appending("opt/x").string, "branch", "--all", "--list", "*topic")
      #expect(branches.contains("remotes/origin/topic"))
    }
    try await fetch(Self.row + " no-such-branch", status: 1)
  }

  @Test("C110 of a tar, * is what is in its directories, . is all") func c110() async throws {
    let row = "archive tar /opt/x file://$HERE/tree.tar.gz"
    for reference in ["", " *"] {
      try await fetch(row + reference) {
        #expect(fileNames(in: $0.appending("opt/x")) == ["first", "second"])
      }
    }
    try await fetch(row + " .") {
      #expect(fileNames(in: $0.appending("opt/x")) == ["one", "top", "two"])
    }
    try await fetch(row + " two") { #expect(fileNames(in: $0.appending("opt/x")) == ["second"]) }
  }

  @Test("C111 the type package fails where the install type is source") func c111() async throws {
    try await fetch("x package", status: 1)
    try await fetch("x package", ["DIB_INSTALLTYPE_x": "package"])
    try await fetch(Self.row, ["DIB_REPOTYPE_an_odd_name": "package"], status: 1)
  }

  /// Serves the directory on a free port, and calls cache-url for a file, twice, for a changed one and
  /// for one that there is not.
  private static let serve = """
    cat > server.py <<'SERVER'
    import http.server
    server = http.server.HTTPServer(('127.0.0.1', 0), http.server.SimpleHTTPRequestHandler)
    print(server.server_port, flush=True)
    server.serve_forever()
    SERVER
    coproc python3 server.py 2> log
    trap 'kill $COPROC_PID' EXIT
    read -r port <&"${COPROC[0]}"
    export no_proxy=127.0.0.1
    call() { status=0; "$1" "http://127.0.0.1:$port/$2" cached > output 2>&1 || status=$?
             echo "$status $(cat cached) $(tail -n 1 log | grep -o '" [0-9]*')"; }
    echo one > file
    touch -d '2020-01-01' file
    call "$0" file
    call "$0" file
    echo two > file
    call "$0" file
    call "$0" none
    """

  @Test("C112 cache-url keeps what is unchanged, and says with 44 that there is nothing")
  func c112() async throws {
    try await withTree([:]) { tree in
      let tool = Checkout.elements.appending("cache-url/bin/cache-url").string
      let result = try await CommandRunner().run(
        Command("/bin/bash", ["-ec", Self.serve, tool], workingDirectory: tree))
      #expect(
        result.output == "0 one \" 200\n0 one \" 304\n0 two \" 200\n44 two \" 404\n",
        "\(result.error)")
    }
  }

  @Test("C113 DIB_ENV and DIB_ARGS are in the image for root only, and beside it") func c113()
    async throws
  {
    try await ImageSite.with {
      try await $0.build(
        ["-t", "directory", "-o", "x"], ["fake-os", "manifests", "test"], ["DIB_SAMPLE": "1"])
      #expect($0.names == ["x.d", "x.rootfs"])
      for (name, content) in [
        ("dib_environment", "declare -x DIB_SAMPLE=\"1\"\n"),
        ("dib_arguments", "-n -t directory -o x fake-os manifests test\n"),
      ] {
        #expect($0.callers(FilePath("x.d/dib-manifests/\(name)"))?.contains(content) == true)
        let file = $0.folder.appending("x.rootfs/etc/dib-manifests/\(name)")
        #expect(try readFile(file).contains(content))
        #expect(FileStatus(file)?.mode == 0o600)
      }
    }
  }

  @Test("C114 an init system that is unset or unknown ends the phases") func c114() async throws {
    let element: [String: FixtureFile] = ["extra-data.d/50-x": .script("echo > ran")]
    for value in ["", "launchd"] {
      try await ImageSite.with(element) {
        let output = try await $0.build(
          ["-t", "tar"], ["fake-os", "dib-init-system", "test"], ["DIB_INIT_SYSTEM": value],
          status: 1)
        #expect(output.contains("DIB_INIT_SYSTEM is `\(value)`"))
        #expect($0.names == [])
      }
    }
    let file = Checkout.elements.appending("dib-init-system/environment.d/99-dib-init-system.bash")
    for value in ["systemd", "upstart", "openrc", "sysv"] {
      let result = try await CommandRunner().run(
        Command(
          "bash", ["-euc", "source \"$0\"; env", file.string],
          environment: ["DIB_INIT_SYSTEM": value]))
      #expect(result.output.contains("DIB_INIT_SYSTEM=\(value)\n"))
    }
  }
}
