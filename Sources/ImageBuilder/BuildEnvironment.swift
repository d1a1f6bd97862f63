import ElementModel
import Sandbox
import SystemPackage

/// The environment that hooks see before `environment.d` is sourced (dib-contract section 7.5).
package struct BuildEnvironment: Sendable {
  private let request: BuildRequest
  let elements: [PlannedElement]

  /// The environment of a build of `elements`.
  package init(_ request: BuildRequest, elements: [PlannedElement]) {
    self.request = request
    self.elements = elements
  }

  /// Where the build stops for the user.
  var breaks: BreakPoints { request.breaks }

  /// Makes the directories that hooks are told of and may count on.
  func makeDirectories() throws {
    for directory in [request.imageCache, request.lockFiles] { try directory.createDirectories() }
  }

  /// The directories of the elements.
  package var elementPaths: [FilePath] { elements.map { FilePath($0.path) } }

  /// Everything a hook of `phase` sees, its working directories included.
  package func variables(
    for phase: HookPhase, in workspace: BuildWorkspace, at bindings: Bindings = Bindings()
  ) -> [String: String] {
    var variables = self.variables(for: phase, at: bindings)
    variables["TMP_BUILD_DIR"] = workspace.build.string
    variables["TMP_IMAGE_DIR"] = workspace.image.string
    variables["TMP_HOOKS_PATH"] = workspace.hookTree.string
    variables["TMP_MOUNT_PATH"] = workspace.rootfs.string
    variables["DIB_BLOCK_DEVICE_PARAMS_YAML"] = workspace.blockDeviceParameters.string
    if phase == .root || phase == .cleanup { variables["TARGET_ROOT"] = workspace.rootfs.string }
    return variables
  }

  /// What decides the outcome of a hook: everything but the names of working directories.
  package func variables(for phase: HookPhase) -> [String: String] {
    var variables = request.variables
    variables.merge(builtIn) { _, ours in ours }
    variables.merge(functions) { _, ours in ours }
    if phase.runsInChroot { applyTarget(to: &variables) } else { applyHost(to: &variables) }
    return variables
  }

  /// What a hook of `phase` sees of everything that is known when `bindings` are reached.
  package func variables(for phase: HookPhase, at bindings: Bindings) -> [String: String] {
    variables(for: phase).merging(bindings.variables(for: phase)) { _, late in late }
  }

  private var builtIn: [String: String] {
    [ofDisk, ofElements, ofProgram].reduce(into: chosen) { all, others in
      all.merge(others) { _, other in other }
    }
  }

  /// What holds where the caller leaves a variable out, or empty.
  private static let defaults = [
    "DIB_CHECKSUM": "0", "DIB_DEBUG_TRACE": "0", "DIB_MIN_TMPFS": "2", "DIB_NO_TMPFS": "0",
    "FS_TYPE": "ext4", "IMAGE_TYPE": "qcow2",
    // Where the library's ramdisk functions put the image that they make.
    "TMP_IMAGE_PATH": "/tmp/ramdisk.img",
  ]

  /// What the caller chooses, or the defaults.
  private var chosen: [String: String] {
    Dictionary(uniqueKeysWithValues: Self.defaults.map { ($0.key, given($0.key) ?? $0.value) })
  }

  /// Known before the disk is made, if there is one.
  private var ofDisk: [String: String] {
    let disk = request.disk?.layout
    let fileSystem = disk?.root?.type ?? given("FS_TYPE") ?? "ext4"
    return [
      "DIB_BOOT_LABEL": disk?.bootLabel ?? "",
      "DIB_MOUNTPOINTS": disk?.mountPoints.map(\.string).joined(separator: "|") ?? "/",
      "DIB_ROOT_FSTYPE": fileSystem,
      "DIB_ROOT_LABEL": disk?.root?.label ?? given("ROOT_LABEL")
        ?? (fileSystem == "xfs" ? "img-rootfs" : "cloudimg-rootfs"),
    ]
  }

  private var ofElements: [String: String] {
    [
      "ELEMENTS_PATH": searchPath.map(\.string).joined(separator: ":"),
      "IMAGE_ELEMENT": elements.map(\.name.rawValue).joined(separator: " "),
      "IMAGE_ELEMENT_YAML": elements.map { "\($0.name): \($0.path)\n" }.sorted().joined(),
    ]
  }

  /// Without the bundled elements where none of them is in the build and some are hidden by others:
  /// `package-installs` reads every element of a name on the path, the hidden ones too.
  private var searchPath: [FilePath] {
    guard request.searchPath.count > 1, let bundled = request.searchPath.last else {
      return request.searchPath
    }
    let isUsed = elementPaths.contains { $0.removingLastComponent() == bundled }
    let hidesSome = elements.contains {
      FileStatus(bundled.appending($0.name.rawValue)) != nil
    }
    return hidesSome && !isUsed ? request.searchPath.dropLast() : request.searchPath
  }

  /// What the program was asked for, and where it has its own things.
  private var ofProgram: [String: String] {
    [
      "ARCH": request.architecture,
      "DIB_ARGS": request.arguments.joined(separator: " "),
      "DIB_ENV": ShellText.declarations(of: captured),
      "DIB_IMAGE_CACHE": request.imageCache.string,
      "DIB_LOCKFILES": request.lockFiles.string,
      "DIB_OFFLINE": request.isOffline ? "1" : request.variables["DIB_OFFLINE"] ?? "",
      "DIB_PYTHON_EXEC": python,
      "IMAGE_NAME": request.imageName,
      "LC_ALL": "C",
      "OUT_IMAGE_PATH": "",
      "PS4": "+ ${BASH_SOURCE:-}:${FUNCNAME[0]:-}:L${LINENO:-}:   ",
      "_LIB": request.library.string,
    ]
  }

  private func given(_ name: String) -> String? {
    request.variables[name].flatMap { $0.isEmpty ? nil : $0 }
  }

  private var python: String { given("DIB_PYTHON_EXEC") ?? "/usr/bin/python3" }

  /// What the program was started with, for the image's manifest (dib-contract section 1.1).
  private var captured: [String: String] {
    var variables = request.givenVariables.filter {
      $0.key.hasPrefix("DIB_") && $0.key != "DIB_ENV"
    }
    variables["DIB_ARGS"] = request.arguments.joined(separator: " ")
    variables["DIB_PYTHON_EXEC"] = python
    return variables
  }

  /// Exported bash functions travel as environment entries of this form (bash manual,
  /// "Environment").
  private var functions: [String: String] {
    let pairs = elements.map { "[\($0.name)]=\($0.path) " }.joined()
    return [
      "BASH_FUNC_get_image_element_array%%": "() { printf '%s' \(ShellText.quoted(pairs)); }",
      "BASH_FUNC_die%%": "() { local status=$?; printf '%s\\n' \"$*\" >&2; exit \"$status\"; }",
      "BASH_FUNC__ps4%%":
        "() { printf '%-80s' \"${BASH_SOURCE[1]:-}:${BASH_LINENO[0]:-}:${FUNCNAME[1]:-}\"; }",
    ]
  }

  private func applyHost(to variables: inout [String: String]) {
    let system = ["/sbin", "/usr/sbin", "/usr/local/sbin"]
    let given = (variables["PATH"] ?? "/usr/local/bin:/usr/bin:/bin").split(separator: ":")
      .map(String.init)
    // The shim makes `sudo` work where it is not installed: the builder is root already.
    let all =
      [request.library.appending("bin").string] + given + system.filter { !given.contains($0) }
    variables["PATH"] = all.joined(separator: ":")
    // The python package of that name, as far as elements import it.
    let python = request.library.appending("python").string
    variables["PYTHONPATH"] = ([python] + [self.given("PYTHONPATH")].compactMap(\.self))
      .joined(separator: ":")
  }

  /// The reference passes `$PATH` on unexpanded, so that nothing of the host's path arrives.
  private func applyTarget(to variables: inout [String: String]) {
    variables["PATH"] = "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin"
    variables["HOME"] = "/root"
    variables["TMPDIR"] = nil
    variables["VIRTUAL_ENV"] = nil
  }
}
