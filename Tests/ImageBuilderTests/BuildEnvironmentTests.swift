import ElementModel
@testable import ImageBuilder
import SystemPackage
import TestSupport
import Testing

/// The environment of hooks, after dib-contract section 7.5.
@Suite struct BuildEnvironmentTests {
  @Test func targetRootIsKnownInRootAndCleanupOnly() throws {
    try withWorkspace { workspace in
      let known = HookPhase.allCases.filter {
        environment().variables(for: $0, in: workspace)["TARGET_ROOT"] != nil
      }
      #expect(known == [.root, .cleanup])
    }
  }

  @Test func theChrootHasRootsHomeAndPath() {
    let variables = environment(["TMPDIR": "/x", "VIRTUAL_ENV": "/y", "HOME": "/home/me"])
      .variables(for: .install)
    #expect(variables["HOME"] == "/root")
    #expect(variables["TMPDIR"] == nil)
    #expect(variables["VIRTUAL_ENV"] == nil)
    #expect(variables["PATH"] == "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin")
  }

  /// Such a hook may call `chroot` itself: a directory of ours would not exist there.
  @Test func hostHooksGetNoDirectoryForTemporaryFilesFromUs() throws {
    try withWorkspace { workspace in
      #expect(environment().variables(for: .root, in: workspace)["TMPDIR"] == nil)
      let callers = environment(["TMPDIR": "/x"])
      #expect(callers.variables(for: .root, in: workspace)["TMPDIR"] == "/x")
    }
  }

  @Test func hostHooksKeepTheCallersPath() {
    let path = environment(["PATH": "/opt/mine:/usr/bin"]).variables(for: .root)["PATH"]
    #expect(path == "/nonexistent/lib/bin:/opt/mine:/usr/bin:/sbin:/usr/sbin:/usr/local/sbin")
  }

  @Test func elementsAreNamedInResolutionOrder() {
    let variables = environment().variables(for: .install)
    #expect(variables["IMAGE_ELEMENT"] == "b a")
    #expect(variables["IMAGE_ELEMENT_YAML"] == "a: /elements/a\nb: /elements/b\n")
    #expect(
      variables["BASH_FUNC_get_image_element_array%%"]
        == "() { printf '%s' '[b]=/elements/b [a]=/elements/a '; }")
  }

  @Test func theCallersSettingsAreDeclaredForTheManifest() {
    let variables = environment(["DIB_B": "say \"$x\"", "DIB_A": "1", "OTHER": "2"])
      .variables(for: .cleanup)
    #expect(
      variables["DIB_ENV"]?.split(separator: "\n") == [
        "declare -x DIB_A=\"1\"", "declare -x DIB_ARGS=\"-o x\"",
        "declare -x DIB_B=\"say \\\"\\$x\\\"\"",
        "declare -x DIB_PYTHON_EXEC=\"/usr/bin/python3\"",
      ])
  }

  @Test func theRootLabelFollowsTheFileSystem() {
    #expect(environment().variables(for: .install)["DIB_ROOT_LABEL"] == "cloudimg-rootfs")
    #expect(
      environment(["FS_TYPE": "xfs"]).variables(for: .install)["DIB_ROOT_LABEL"] == "img-rootfs")
  }

  @Test func whatTheCallerLeavesEmptyHasItsDefault() {
    let names = [
      "DIB_CHECKSUM", "DIB_DEBUG_TRACE", "DIB_MIN_TMPFS", "DIB_NO_TMPFS", "DIB_ROOT_FSTYPE",
      "DIB_ROOT_LABEL", "FS_TYPE", "IMAGE_TYPE", "TMP_IMAGE_PATH",
    ]
    let empty = Dictionary(uniqueKeysWithValues: (names + ["ROOT_LABEL"]).map { ($0, "") })
    let variables = environment(empty).variables(for: .install)
    let defaults = environment().variables(for: .install)
    for name in names { #expect(variables[name] == defaults[name] && variables[name] != "") }
    #expect(variables["DIB_ROOT_FSTYPE"] == "ext4")
    #expect(variables["DIB_ROOT_LABEL"] == "cloudimg-rootfs")
  }

  @Test func optionsDoNotChangeWhatTheProgramWasStartedWith() {  // C022
    var request = BuildRequest.sample(searchPath: [], variables: ["DIB_IMAGE_SIZE": "1"])
    request.variables["DIB_IMAGE_SIZE"] = "5"
    let variables = BuildEnvironment(request, elements: []).variables(for: .install)
    #expect(variables["DIB_IMAGE_SIZE"] == "5")
    #expect(variables["DIB_ENV"]?.contains("DIB_IMAGE_SIZE=\"1\"") == true)
  }

  @Test func givenVariablesAreAmongThoseTheProgramWasStartedWith() {
    var request = BuildRequest.sample(searchPath: [], variables: ["DIB_A": "1", "DIB_B": "1"])
    request.give(["DIB_B": "2", "HOME": "/elsewhere"])
    let variables = BuildEnvironment(request, elements: []).variables(for: .root)
    #expect(variables["HOME"] == "/elsewhere")
    #expect(variables["DIB_ENV"]?.contains("DIB_A=\"1\"") == true)
    #expect(variables["DIB_ENV"]?.contains("DIB_B=\"2\"") == true)
    #expect(variables["DIB_LOCKFILES"] == "/nonexistent/locks")
  }

  @Test func bundledElementsAreNotOnThePathWhereOthersHideAllThatTakePart() throws {
    try withTree(["bundled/a/element-deps": "", "bundled/c/element-deps": ""]) { folder in
      let bundled = folder.appending("bundled")
      let request = BuildRequest.sample(searchPath: ["/mine", bundled])
      func path(_ paths: String...) -> String? {
        let elements = paths.map {
          PlannedElement(
            name: ElementName(FilePath($0).lastComponent?.string ?? ""), path: $0,
            reason: "requested")
        }
        return BuildEnvironment(request, elements: elements).variables(for: .install)[
          "ELEMENTS_PATH"]
      }
      #expect(path("/mine/a") == "/mine")
      #expect(path("/mine/b") == "/mine:\(bundled)")
      #expect(path("/mine/a", "\(bundled)/c") == "/mine:\(bundled)")
    }
  }

  @Test func hostHooksFindThePythonPackageAndTheChrootDoesNot() {
    let environment = environment(["PYTHONPATH": "/mine"])
    #expect(
      environment.variables(for: .root)["PYTHONPATH"] == "/nonexistent/lib/python:/mine")
    #expect(environment.variables(for: .install)["PYTHONPATH"] == "/mine")
  }

  private func environment(_ variables: [String: String] = [:]) -> BuildEnvironment {
    let elements = ["b", "a"].map {
      PlannedElement(name: ElementName($0), path: "/elements/\($0)", reason: "requested")
    }
    var request = BuildRequest.sample(searchPath: ["/elements"], variables: variables)
    request.arguments = ["-o", "x"]
    return BuildEnvironment(request, elements: elements)
  }

  private func withWorkspace(_ body: (BuildWorkspace) throws -> Void) throws {
    try withTemporaryFolder { folder in
      let workspace = try BuildWorkspace(try LayerStore(at: folder).makeWorkspace())
      try body(workspace)
      try workspace.remove()
    }
  }
}
