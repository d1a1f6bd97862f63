import ElementModel
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

  /// The directories of the elements.
  package var elementPaths: [FilePath] { elements.map { FilePath($0.path) } }

  /// Everything a hook of `phase` sees, its working directories included.
  package func variables(
    for phase: HookPhase, in workspace: BuildWorkspace, at bindings: Bindings = Bindings()
  ) -> [String: String] {
    var variables = self.variables(for: phase, at: bindings)
    if !phase.runsInChroot { variables["TMPDIR"] = workspace.temporary.string }
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
    let callers = request.variables
    let names = elements.map(\.name.rawValue)
    let paths = elements.map { "\($0.name): \($0.path)\n" }.sorted().joined()
    let disk = request.disk?.layout
    let fileSystem = disk?.root?.type ?? callers["FS_TYPE"] ?? "ext4"
    return [
      "ARCH": request.architecture,
      "DIB_ARGS": request.arguments.joined(separator: " "),
      "DIB_ENV": ShellText.declarations(
        of: request.variables.filter { $0.key.hasPrefix("DIB_") }),
      "DIB_BOOT_LABEL": disk?.bootLabel ?? "",
      "DIB_CHECKSUM": callers["DIB_CHECKSUM"] ?? "0",
      "DIB_DEBUG_TRACE": callers["DIB_DEBUG_TRACE"] ?? "0",
      "DIB_IMAGE_CACHE": request.imageCache.string,
      "DIB_LOCKFILES": callers["DIB_LOCKFILES"] ?? request.imageCache.appending("locks").string,
      "DIB_MIN_TMPFS": callers["DIB_MIN_TMPFS"] ?? "2",
      "DIB_MOUNTPOINTS": disk?.mountPoints.map(\.string).joined(separator: "|") ?? "/",
      "DIB_NO_TMPFS": callers["DIB_NO_TMPFS"] ?? "0",
      "DIB_OFFLINE": request.isOffline ? "1" : "",
      "DIB_PYTHON_EXEC": callers["DIB_PYTHON_EXEC"] ?? "/usr/bin/python3",
      "DIB_ROOT_FSTYPE": fileSystem,
      "DIB_ROOT_LABEL": disk?.root?.label ?? callers["ROOT_LABEL"]
        ?? (fileSystem == "xfs" ? "img-rootfs" : "cloudimg-rootfs"),
      "ELEMENTS_PATH": request.searchPath.map(\.string).joined(separator: ":"),
      "FS_TYPE": callers["FS_TYPE"] ?? "ext4",
      "IMAGE_ELEMENT": names.joined(separator: " "),
      "IMAGE_ELEMENT_YAML": paths,
      "IMAGE_NAME": request.imageName,
      "IMAGE_TYPE": callers["IMAGE_TYPE"] ?? "qcow2",
      "LC_ALL": "C",
      "OUT_IMAGE_PATH": "",
      "PS4": "+ ${BASH_SOURCE:-}:${FUNCNAME[0]:-}:L${LINENO:-}:   ",
      "_LIB": request.library.string,
    ]
  }

  /// Exported bash functions travel as environment entries of this form (bash manual,
  /// "Environment").
  private var functions: [String: String] {
    let pairs = elements.map { "[\($0.name)]=\($0.path) " }.joined()
    return [
      "BASH_FUNC_get_image_element_array%%": "() { printf '%s' \(ShellText.quoted(pairs)); }",
      "BASH_FUNC_die%%": "() { local status=$?; printf '%s\\n' \"$*\" >&2; exit \"$status\"; }",
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
  }

  /// The reference passes `$PATH` on unexpanded, so that nothing of the host's path arrives.
  private func applyTarget(to variables: inout [String: String]) {
    variables["PATH"] = "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin"
    variables["HOME"] = "/root"
    variables["TMPDIR"] = nil
    variables["VIRTUAL_ENV"] = nil
  }
}
